# Nominations and the conference of exemplars (/hoinghi).
error-nomination-not-found = This nomination was not found. Type /hoinghi to see the list.
error-nomination-gone = This exemplar is no longer nominated: its unit took it back, or it is no approved exemplar of the plan any more. Type /hoinghi to see the list.
error-nomination-changed = { $state ->
    [chosen] { $who } chose this exemplar at { $when }. Your decision was not recorded; look at it again, then decide.
    [not_chosen] { $who } left this exemplar out at { $when }. Your decision was not recorded; look at it again, then decide.
   *[other] { $who } changed this nomination at { $when }. Your decision was not recorded; look at it again, then decide.
    }
points-yearKept = { $times } { $times ->
    [one] year
   *[other] years
    } kept up × { $each } = { $points }
points-replication = { $times } { $times ->
    [one] year
   *[other] years
    } replicated × { $each } = { $points }
points-award = { $times } { $times ->
    [one] award
   *[other] awards
    } at the { $level } × { $each } = { $points }
points-directLabour = direct labour { $points }
points-difficultArea = difficult area { $points }
points-none = nothing that gives points yet
