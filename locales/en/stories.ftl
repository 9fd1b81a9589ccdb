command-hoso = One exemplar’s whole story
do-hoso = An exemplar’s story
story-open = Whole story
story-back = Back to { $code }
list-next = → { $next }
story-which = Which exemplar’s story? { $more ->
    [yes] There are { $total }; below are the { $n } newest.
   *[no] There are { $total }.
  } Choose below, or type /hoso and its code, for example: /hoso DONVI-2021-003.
story-none = No exemplar that you may see matches “{ $typed }”. Type /hoso and its code, for example: /hoso DONVI-2021-003.
story-next = <b>Next:</b> { $next }
story-next-mend = mend it as the office asked
story-next-wait = wait for the review
story-next-foster = plan its fostering (/boiduong)
story-next-publicise = publicise it and log that (/hoatdong)
story-next-evaluate = evaluate { $year } (/baocaonam)
story-next-done = nothing is left in { $year }
story-next-late = overdue fostering step “{ $what }” ({ $day })
story-next-work = fostering step “{ $what }” (by { $day })
story-left = <b>Left in { $year }:</b> { $left }.
story-left-nothing = Nothing is left for the exemplars in { $year }.
story-left-mend = { $n ->
    [one] 1 exemplar to mend
   *[other] { $n } exemplars to mend
  }
story-left-foster = { $n ->
    [one] 1 exemplar without a fostering step
   *[other] { $n } exemplars without a fostering step
  }
story-left-publicise = { $n ->
    [one] 1 exemplar never publicised
   *[other] { $n } exemplars never publicised
  }
story-left-evaluate = { $n ->
    [one] 1 exemplar to evaluate
   *[other] { $n } exemplars to evaluate
  }
story-left-line = – <b>{ $code }</b> { $name }: { $next }
story-left-more = … and { $n } more: type /danhsach.
story-part = <b>{ $title }</b>
story-part-none = <b>{ $title }:</b> nothing yet
story-earlier = { $n ->
    [one] … and 1 earlier item
   *[other] … and { $n } earlier items
  }
story-others = { $n ->
    [one] … and 1 more item
   *[other] … and { $n } more items
  }
story-reviews = Registration and review
story-fostering = Fostering ({ $done } of { $n } steps)
story-activities = Activities
story-evaluations = Yearly evaluation
story-proposals = Award proposals
story-help = Help needed
story-review-submit = Submitted ({ $who })
story-review-resubmit = Sent again after mending ({ $who })
story-review-approve = Approved ({ $who })
story-review-return = Returned ({ $who }): { $reason }
story-review-reject = Rejected ({ $who }): { $reason }
story-review-withdraw = Withdrawn by the unit ({ $who })
story-review-reopen = Opened again ({ $who }): { $reason }
story-step-done = Done: { $what } ({ $who })
story-step-late = Overdue: { $what } ({ $who })
story-step-ahead = Planned: { $what } ({ $who })
story-activity = { $kind }: { $place }
story-evaluation = { $year }: { $result }
story-spread = in { $place }{ $n ->
    [none] {""}
    [one] {" "}(1 place)
   *[other] {" "}({ $n } places)
  }
story-proposal = { $year }: { $award }, { $level } – { $state }
proposal-state-proposed = proposed
proposal-state-forwarded = forwarded
proposal-state-not_forwarded = not forwarded
proposal-state-granted = granted
proposal-state-refused = refused
proposal-state-withdrawn = withdrawn
story-part-review = Review
story-part-step = Fostering
story-part-activity = Activity
story-part-evaluation = Evaluation
story-part-proposal = Award
story-today = Today { $day }
story-print = Print
story-timeline = Timeline
story-registration = See the registration
story-timeline-caption = Timeline of <b>{ $code }</b> “{ $name }”
story-sheet-caption = Tracking sheet of <b>{ $code }</b> “{ $name }”
story-sheet-title = Tracking sheet { $code }
story-sheet-name = Tracking sheet of an exemplar
story-sheet-plan = Under { $plan }
story-sheet-fact = Item
story-sheet-content = Content
story-sheet-unit = Unit, status
story-sheet-who = Exemplar
story-sheet-summary = Achievements
story-sheet-standing = { $unit } – { $status }{ $n ->
    [0] { "" }
   *[other] ; fostering: { $done } of { $n } steps done
  }
story-sheet-help = Help needed
story-sheet-day = Day
story-sheet-part = Part
story-sheet-more = All { $n } items: see the next page
story-sheet-annex = The whole story of the exemplar
story-sheet-year = Year { $year }
story-sheet-steps-done = { $n } done
story-sheet-steps-late = { $n } overdue
story-sheet-steps-ahead = { $n } ahead
story-sheet-nothing = Nothing yet.
story-sheet-made-by = Made by
story-sheet-sign = (Signature and name)
story-sheet-sign-seal = (Signature, name and seal)
story-plans = Plans
story-own-plan = Registered under { $plan }
story-carried = Carried over to { $plan }
story-nominations = Conference
story-nomination = Conference of exemplars: { $state }
story-award = { $award }, { $level } – { $state }, decision { $number } of { $day } ({ $body })
story-part-award = Award
story-part-nomination = Conference
story-part-carry = Plan
