plan-part-title = Title of the plan
plan-part-period = Period
plan-part-bodies = Names of bodies
plan-part-ladder = Schedule of reminders
plan-part-unitKind = Kind of unit
plan-part-category = Category
plan-part-criterion = Criterion
plan-part-movement = Movement
plan-part-award = Award
plan-part-conference = Conference, points of the ranking
plan-part-duty = Duty
plan-part-other = Other content
plan-difference-added = { $part } added: { $name }
plan-difference-removed = { $part } removed: { $name }
plan-difference-changed = { $named ->
    [yes] { $part } changed: { $name }
   *[no] { $part } changed
  }
plan-difference-text = { $part }: “{ $before }” became “{ $after }”
plan-difference-quota = Quota of { $name }: { $before } became { $after }
plan-difference-due = Last day of { $name }: { $before } became { $after }
plan-difference-none = not set
command-suahan = Move a due date
do-suahan = Move another due date
due-move-title = Moving a due date
due-move-duty = Which due date? The day in brackets is the present one.
due-move-duty-label = Duty
due-move-scope = Move the due date of { $duty } (now { $day }) for whom?
due-move-scope-label = For whom
due-move-all = All units
due-move-unit = One unit
due-move-which-unit = Which unit gets another due date for { $duty }? Type its name or code.
due-move-day = Which is the last day that is on time? For example: 15/9/2021. Now: { $day }.
due-move-day-label = Last day
due-move-day-unreadable = This is not a day. Type it like 15/9/2021 or 15 September.
due-move-day-no-such-day = The calendar has no such day. Please check, for example: 15/9/2021.
due-move-day-past = That day has passed. The new due date is today or later, for example: 15/9/2021.
due-move-day-lunar = That is a day of the lunar calendar. Please give the solar day, for example: 15/9/2021.
due-move-day-same = The due date is { $day } already. Please type another day.
due-move-exact-label = Which day holds
due-move-own-later = Some units have a later day of their own than { $day }. Do they keep it?
due-move-keep-own = They keep their own
due-move-drop-own = The same day for all
due-move-general-later = The day of all units is { $general }, later than { $day }. Does this unit still have { $day }?
due-move-this-day = Yes, its own day
due-move-other-day = Choose another day
due-move-reason = Why is the due date moved? ({ $min }–{ $max } characters) The units that are told read it.
due-move-preview-all = Due date of { $duty } for <b>all units</b>: { $before } → <b>{ $after }</b>.
due-move-preview-unit = Due date of { $duty } for <b>{ $unit }</b>: { $before } → <b>{ $after }</b>.
due-move-keeping = Units that keep a day of their own ({ $n }): { $names }.
due-move-told = Units that have not done it and get the new day: { $units }. People who are told: { $people }.
due-move-sure = Yes, move it
due-move-stop = No, leave it
due-move-unchanged = The due date is unchanged.
due-move-moved = Another person has just moved this due date: it is { $day } now. Please look again before you confirm.
due-move-done = The last day of { $duty } is now { $after }. Being told: { $people } people of { $units } units.
notice-due-moved = { $office } moved the due date of { $duty } for { $units }: the last day is <b>{ $day }</b> (before: { $before }). Reason: { $reason }
notice-due-set = { $office } set the due date of { $duty } for { $units }: the last day is <b>{ $day }</b>. Reason: { $reason }
register-which-plan = Under which plan?
register-no-plan = The unit takes part in no open plan, so nothing can be registered. Please contact { $contact }.
no-open-plan = No plan is open: one can look and make reports only.
command-kehoach = Plans and versions
do-kehoach = Plans
plans-title = <b>Plans</b>
plans-plan = <b>{ $code }</b> ({ $from }–{ $to }): { $title }
plans-open = Open. Version { $n }, loaded at { $when }.
plans-closed = Closed at { $when } ({ $who }): it can be read and reported.
plans-counts = Units: { $units }, exemplars: { $exemplars }.
plans-carried = Exemplars carried over from the plan before: { $n }.
plans-versions = Versions of { $plan } ({ $n })
plan-load-send-file = Please send the plan file (.yaml), then choose Done.
plans-load = Load a plan file
plans-close = Close { $plan }
plans-versions-of = Versions of { $plan }, the newest first
plans-version = <b>Version { $n }</b> – { $when }, { $who }
plans-version-by-file = <b>Version { $n }</b> – { $when }, loaded from the file on the server
plans-first-version = The first version.
plans-no-difference = Nothing that is compared differs from the version before.
plans-difference = • { $words }
plans-more-differences = … and { $n } more differences
plan-load-title = Loading a plan file
plan-load-file = Send the plan file (.yaml), then choose Done. It is checked and shown before it takes effect.
plan-load-file-label = Plan file
plan-load-unreadable = The file is not UTF-8 text and cannot be read.
plan-load-wrong = The file cannot be loaded. Each line below is a mistake: file, line, what to change.
plan-load-known = { $plan } has this very content already, as version { $n }. There is nothing to load.
plan-load-version = <b>{ $plan }</b> gets version { $n }. What differs:
plan-load-new = <b>{ $plan }</b> is a new plan ({ $from }–{ $to }): { $title }. Duties: { $duties }, kinds of units: { $kinds }, categories: { $categories }. The open plans stay open; units take part by their kind.
plan-load-yes = Yes, load this version
plan-load-open = Open it, carry nothing over
plan-load-carry = Open it with { $n } exemplars of { $plan }
plan-load-carry-picked = Open with the { $n ->
    [one] exemplar chosen
   *[other] { $n } exemplars chosen
}
plan-load-pick = Choose exemplars of { $plan } one by one
plan-load-which = Which exemplars of { $plan } are carried over? Choose lines, or type codes, or type a unit's name for all of its exemplars; “all” chooses every one. Then choose Done.
plan-load-which-label = Exemplars carried over
plan-load-picked = Chosen to be carried over, of { $plan } ({ $n }): { $codes }
plan-load-again = Send another file
plan-load-no = No, load nothing
plan-load-stopped = Nothing was loaded.
plan-load-done = Version { $n } of { $plan } is loaded. It holds for all at once.
plan-load-opened = Plan { $plan } is open.
plan-load-moved = Another person has just loaded another version of { $plan }. Please look at what differs now before you confirm.
plan-close-title = Closing { $plan }
plan-close-sure = Close plan <b>{ $plan }</b>? Then it can be read and reported; nothing is registered, handed in, reviewed or reminded of, and it cannot be opened again.
plan-close-open = Still open:
plan-close-open-line = – { $work }: <b>{ $choice }</b>
plan-close-how = Choose a line below to change it: leave it, end it with a reason, or move it on. What is left can be read, and not continued. Duties belong to this plan: what is not handed in when it closes is reported as not handed in.
plan-close-changed = <b>Something has changed since you looked:</b> { $work }. The plan is not closed. Please look again and confirm.
plan-close-leave = leave as it is
plan-close-unfiled = recorded as not handed in
plan-close-close = end, with a reason
plan-close-move = move to { $plan }
plan-close-change = { $work } → { $choice }
plan-close-reason = Why is open work ended or moved? The units will read this reason.
plan-close-over = The plan { $plan } is over.
open-work-exemplars = { $n } exemplars in review or returned
open-work-documents = { $n } documents in review
open-work-duties = { $n } duties not done
open-work-steps = { $n } fostering steps not done
open-work-help = { $n } requests for help
open-work-proposals = { $n } award proposals without a result
open-work-nominations = { $n } nominations not decided
open-work-standing = { $n } scheduled reports
open-work-drafts = { $n } drafts
open-work-look = Look into each
open-work-title = <b>Still open under { $plan }</b>. Choose a kind to see each one.
open-work-of = <b>{ $work }</b> of { $plan } { $range }
open-work-line = { $n }. { $unit ->
    [none] {""}
   *[other] { $unit }:{" "}
  }{ $name }{ $day ->
    [none] {""}
   *[other] , { $day }
  }{ $state ->
    [none] {""}
   *[other] {" "}– { $state }
  }
open-work-kinds = Kinds of open work
open-work-draft = { $who } ({ $form ->
    [register] registration
    [filing] document to hand in
    [annual] annual report
    [annual-nil] annual report
    [summary] summary
    [summary-nil] summary
    [activity] activity
    [ask-help] request for help
    [fostering] fostering plan
    [fostering-add] fostering plan
   *[other] other work
  })
open-work-report = { $who }: { $report }
plans-ending = When it closed (reason: { $reason }):
plans-left-open = What { $plan } left open
notice-plan-unfiled = Recorded as not handed in by the unit:
notice-plan-unfiled-line = – { $unit }: { $duty }
notice-plan-ended = { $office } closed the plan <b>{ $plan }</b>: from now on it is read and reported. { $next ->
    [none] {""}
   *[other] New work belongs to the plan { $next }.
  } Reason: { $reason }
reason-example-plan = Giai đoạn 2021–2025 đã tổng kết, hồ sơ chưa duyệt đăng ký lại theo kế hoạch mới.
plan-close-last = No other plan is open.
plan-close-yes = Yes, close the plan
plan-close-no = No, leave it open
plan-close-stopped = The plan stays open.
plan-close-done = Plan { $plan } is closed.
report-which-plan = A report of which plan?
report-plan-open = { $plan } ({ $from }–{ $to })
report-plan-closed = { $plan } ({ $from }–{ $to }), closed
plan-choice-line = – <b>{ $plan }</b>: { $title }
plan-meant = (plan { $plan })
progress-which-plan = The progress of which plan?
chart-which-plan = A chart of which plan?
criteria-which-plan = The criteria of which plan?
