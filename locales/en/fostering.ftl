command-boiduong = Fostering plan of exemplars
do-boiduong = Fostering plan
error-fostering-plan-unknown = The unit has no fostering plan yet. Type /boiduong to make one.
error-fostering-step-unknown = This fostering step was not found in your units. Type /boiduong to see them.
error-fostering-step-over = Another person has just marked this step as done or dropped. Type /boiduong to see it as it is now.
error-fostering-step-open = This step is open; there is nothing to open again. Type /boiduong to see it.
fostering-title = Making the fostering plan
fostering-go-on = You were making a fostering plan. Your answers are still there; please continue.
fostering-which-plan = Fostering under which plan?
fostering-lead = Which leader is responsible for fostering the exemplars of { $unit }? Name and position, for example: Rơ Châm Hyưh, deputy head of the unit.
fostering-lead-label = Leader responsible
fostering-lead-length = Please write { $min } to { $max } characters (now { $have }). For example: Rơ Châm Hyưh, deputy head of the unit.
fostering-kind = { $first ->
    [yes] “{ $name }”: what will be done? Choose a kind of work. Skip where there is nothing of its own; work for all comes last.
   *[no] “{ $name }”: which kind is the next step?
  }
fostering-kind-all = { $first ->
    [yes] Is there anything for all exemplars together? Choose a kind of work, or skip.
   *[no] Which kind is the next step for all?
  }
fostering-kind-new = Which kind of work?
fostering-kind-nurture = Fostering
fostering-kind-publicise = Publicity and replication
fostering-kind-honour = Praise and awards
fostering-kind-exchange = Exchange and emulation
fostering-step-label = Step { $n }
fostering-step-shown = { $kind }: { $what } ({ $who }; by { $day })
fostering-what = { $kind ->
    [nurture] What is done? For example: train those who want to do the same.
    [publicise] What is done? For example: an article each quarter.
    [honour] What is done? For example: praise at the conference of the year.
   *[exchange] What is done? For example: a meeting with a friendly unit.
  }
fostering-what-label = What is done
fostering-what-length = Please write { $min } to { $max } characters (now { $have }). For example: train those who want to do the same.
fostering-who = Who does it? For example: the unit’s trade union.
fostering-who-label = Who does it
fostering-who-length = Please write { $min } to { $max } characters (now { $have }). For example: the unit’s trade union.
fostering-by = By which day, at the latest? For example: { $example }, “tháng 11”, “quý IV”.
fostering-by-label = Due
fostering-by-unreadable = That is no day. Please type { $example }, “tháng 11” or “quý IV”.
fostering-by-no-such-day = The calendar has no such day. Please check, for example: { $example }.
fostering-by-past = That day has passed. The day must be today or later, for example: { $example }.
fostering-by-lunar = That is a day of the lunar calendar. Please give the solar one, for example: { $example }.
fostering-by-after = The plan ends in { $year }. The day must be within it, for example: { $example }.
fostering-more = Another step, or is that all?
fostering-more-label = Another step
fostering-add = Add a step
fostering-save = Save the plan
fostering-confirm = This is the unit’s fostering plan. Please check it and save.
fostering-no-step = The plan has no step yet, so it cannot be saved. Please choose at least one.
fostering-saved = { $n ->
    [one] Fostering plan saved: 1 step.
   *[other] Fostering plan saved: { $n } steps.
  }
fostering-joined = { $n ->
    [one] Another person of the unit has saved a plan in the meantime. Your step was added to it.
   *[other] Another person of the unit has saved a plan in the meantime. Your { $n } steps were added to it.
  }
fostering-for-all = All exemplars
fostering-new-step = New step:
fostering-for-whom = For which exemplar?
fostering-for-whom-label = For which exemplar
fostering-add-title = Adding fostering steps
fostering-added = { $n ->
    [one] 1 step added.
   *[other] { $n } steps added.
  }
fostering-lead-change = Change the leader
fostering-lead-changed = The leader was noted.
fostering-of = <b>Fostering plan of { $unit }</b>
  Leader responsible: { $lead }
fostering-figures = { $n ->
    [one] 1 step: { $done } done, { $overdue } overdue, { $dropped } dropped
   *[other] { $n } steps: { $done } done, { $overdue } overdue, { $dropped } dropped
  }
fostering-whom = <b>{ $whom }</b>
fostering-step-line = { $n }. { $sign } { $kind }: { $what } – { $who } – { $when }
fostering-day-open = { $days ->
    [0] by { $day }, due today
    [one] by { $day }, 1 day left
   *[other] by { $day }, { $days } days left
  }
fostering-day-overdue = { $days ->
    [one] due { $day }, 1 day overdue
   *[other] due { $day }, { $days } days overdue
  }
fostering-day-done = done { $day }
fostering-day-dropped = dropped { $day }
fostering-next = Do first: { $n }. <b>{ $what }</b>
fostering-done = Done
fostering-move = Move the day
fostering-drop = Drop
fostering-reopen = Open again
fostering-files = { $n ->
    [one] Evidence (1 file)
   *[other] Evidence ({ $n } files)
  }
fostering-back = Back to the fostering plan
fostering-history = History
fostering-history-of = History of the fostering plan of <b>{ $unit }</b> ({ $n }), newest first:
fostering-history-line = { $when } – { $who } ({ $via }{ $behalf }): { $change }
fostering-behalf = , for the unit
fostering-changed-save = made the plan; leader: { $lead }
fostering-changed-lead = changed the leader: { $before } → { $lead }
fostering-changed-add = added “{ $what }”, due { $day }
fostering-changed-done = did “{ $what }” on { $day }
fostering-changed-move = moved “{ $what }”: { $before } → { $day }
fostering-changed-carry = moved “{ $what }” from plan { $before } to { $to }. Reason: { $reason }
fostering-changed-drop = dropped “{ $what }”. Reason: { $reason }
fostering-changed-reopen = opened “{ $what }” again. Reason: { $reason }
fostering-step = <b>{ $what }</b>
  { $unit } – { $whom }
  { $kind }; who: { $who }
  { $when }
fostering-step-why = Why it was dropped: { $reason }
fostering-not-planned = { $n ->
    [one] { $unit } has 1 approved exemplar and no fostering plan yet.
   *[other] { $unit } has { $n } approved exemplars and no fostering plan yet.
  }
fostering-make = Make the fostering plan
fostering-owed = { $n ->
    [one] <b>Fostering plan:</b> not made yet, 1 approved exemplar.
   *[other] <b>Fostering plan:</b> not made yet, { $n } approved exemplars.
  }
fostering-progress = <b>Fostering plan:</b> { $done } of { $steps } steps done{ $overdue ->
    [0] .
   *[other] , { $overdue } overdue.
  }
fostering-progress-next = Next: “{ $what }”, by { $day }.
fostering-uncovered = { $n ->
    [one] 1 approved exemplar has no step.
   *[other] { $n } approved exemplars have no step.
  }
fostering-asked = Next: make the fostering plan of { $unit } (who leads, what is done, by when).
fostering-asked-step = The fostering plan of { $unit } has no step for this exemplar yet.
fostering-none-approved = No exemplar of { $unit } is approved yet. The fostering plan is made once one is.
fostering-units = Fostering: { $planned } of { $n } units have a plan, { $overdue } have overdue steps. Choose a unit, or type /boiduong and its name.
fostering-overdue-open = Overdue fostering steps
fostering-overdue-title = <b>Overdue fostering steps</b> { $range }:
fostering-overdue-line = – { $unit }: { $what } – { $who } – due { $day }, { $days ->
    [one] one day
   *[other] { $days } days
  } over
fostering-overdue-none = No fostering step is overdue.
fostering-units-none = No unit has an approved exemplar yet, so there is no fostering plan.
fostering-unit-planned = { $unit }: { $done }/{ $steps } steps{ $overdue ->
    [0] {""}
   *[other] , { $overdue } overdue
  }
fostering-unit-not = { $unit }: no plan yet
fostering-done-title = Ticking a step off
fostering-done-day = When was “{ $what }” done ({ $who }, due { $day })?
fostering-done-day-label = Day it was done
fostering-done-day-unreadable = That is no day. Please type 30/11/2021 or “hôm nay”.
fostering-done-day-no-such-day = The calendar has no such day. Please check, for example: 30/11/2021.
fostering-done-day-future = That day has not come. Move the step if it is not done; or give the day it was done, for example: hôm nay.
fostering-done-day-lunar = That is a day of the lunar calendar. Please give the solar one, for example: 30/11/2021.
fostering-today = Today
fostering-evidence = Send photos or files as evidence ({ $most } at most), then press Done; or skip.
fostering-done-said = Noted: “{ $what }” was done on { $day }.
fostering-move-title = Moving a fostering step
fostering-move-day = To which day is “{ $what }” moved ({ $who }, due { $day })?
fostering-move-same = It is due on { $day } already. Please type another day.
fostering-move-said = Moved: “{ $what }” is due on { $day }.
fostering-drop-title = Dropping a fostering step
fostering-step-dropped-reason = Why is “{ $what }” dropped ({ $who }, due { $day })? { $min } to { NUMBER($max, useGrouping: "true") } characters.
fostering-drop-said = Dropped: “{ $what }” (due { $day }).
fostering-reopen-title = Opening a fostering step again
fostering-step-reopened-reason = Why is “{ $what }” opened again ({ $who }, due { $day })? { $min } to { NUMBER($max, useGrouping: "true") } characters.
fostering-reopen-said = Open again: “{ $what }”, due { $day }.
reason-example-step-dropped = Ngày hội dừng tổ chức vì dịch bệnh.
reason-example-step-reopened = Đánh dấu nhầm, lớp tập huấn chưa mở.
