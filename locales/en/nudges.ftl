# Nudges. Messages are sent with parse_mode HTML; labels of buttons are not.
nudge-note = <b>{ $office } writes:</b> { $note }
nudge-head-intro = For the head of the unit, please see to this:
nudge-line = <b>{ $unit }</b> { $what }.
nudge-line-head = <b>{ $unit }</b> { $what } (liaison: { $liaisons }).
nudge-line-head-no-liaison = <b>{ $unit }</b> { $what } (it has no liaison yet).
nudge-lacks = { $missing ->
    [one] lacks 1 exemplar (it has { $counted } of { $quota })
   *[other] lacks { $missing } exemplars (it has { $counted } of { $quota })
  }
nudge-lacks-open = { $missing ->
    [one] lacks 1 exemplar (it has { $counted } of at least { $min })
   *[other] lacks { $missing } exemplars (it has { $counted } of at least { $min })
  }
nudge-not-filed = has not handed in: { $duties }
nudge-returned = has to hand in again: { $duties }
nudge-of-plan = { $what } under plan { $plan }
nudge-due-left = { $days ->
    [one] Last day { $day }, 1 day left.
   *[other] Last day { $day }, { $days } days left.
  }
nudge-due-today = Last day { $day }, which is today.
nudge-due-past = { $days ->
    [one] Last day { $day }, 1 day overdue.
   *[other] Last day { $day }, { $days } days overdue.
  }
nudge-more = { $count ->
    [one] And 1 more thing to do: choose “Due dates”.
   *[other] And { $count } more things to do: choose “Due dates”.
  }
nudge-steps = { $n ->
    [one] <b>{ $unit }</b> has 1 overdue fostering step:
   *[other] <b>{ $unit }</b> has { $n } overdue fostering steps:
  }
nudge-steps-head = { $n ->
    [one] <b>{ $unit }</b> has 1 overdue fostering step (liaison: { $liaisons }):
   *[other] <b>{ $unit }</b> has { $n } overdue fostering steps (liaison: { $liaisons }):
  }
nudge-steps-head-no-liaison = { $n ->
    [one] <b>{ $unit }</b> has 1 overdue fostering step (no liaison yet):
   *[other] <b>{ $unit }</b> has { $n } overdue fostering steps (no liaison yet):
  }
nudge-step = { $days ->
    [one] { $what } ({ $who }), due { $day }, 1 day overdue
   *[other] { $what } ({ $who }), due { $day }, { $days } days overdue
  }
nudge-steps-more = … and { $n } more
nudge-button-foster = Fostering steps
nudge-button-register = Register an exemplar
nudge-button-file = Hand in { $duty }
nudge-button-snooze = Remind me tomorrow
nudge-button-acknowledge = Understood
