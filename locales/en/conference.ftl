# Nominations and the conference of exemplars (/hoinghi).
error-nomination-not-found = This nomination was not found. Type /hoinghi to see the list.
error-nomination-gone = This exemplar is no longer nominated: its unit took it back, or it is no approved exemplar of the plan any more. Type /hoinghi to see the list.
error-nomination-changed = { $state ->
    [chosen] { $who } chose this exemplar at { $when }. Your decision was not recorded; look at it again, then decide.
    [not_chosen] { $who } left this exemplar out at { $when }. Your decision was not recorded; look at it again, then decide.
   *[other] { $who } changed this nomination at { $when }. Your decision was not recorded; look at it again, then decide.
    }
conference-which-plan = The conference of which plan?
report-conference = Nominations to the conference
report-figure-nominated = Nominated exemplars
report-figure-delegates = Delegates chosen
report-figure-delegate-number = Number of delegates set
report-figure-undecided = Undecided
report-figure-not-chosen = Not chosen
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
error-conference-none = The plan has no conference of exemplars: its file has no part <b>conference</b>.
conference-title = <b>{ $conference }</b>
conference-empty = No unit has nominated an exemplar yet. Units nominate with /tongket; you can nominate for a unit.
conference-counts = { $nominated } nominations of { $units } units: { $chosen } chosen, { $waiting } undecided, { $dropped } left out.
conference-delegates = Delegates: <b>{ $chosen } of { $delegates }</b> chosen.
conference-delegates-over = Delegates: <b>{ $chosen } of { $delegates }</b> chosen, { $over } too many.
conference-weights = Points: each year kept up { $yearKept }; each year replicated { $replication }; each award { $award }; direct labour { $directLabour }; difficult area { $difficultArea }. Equal points: more years kept up, then more years replicated, then more awards, then the earlier registration.
conference-page = Ranking { $range }
conference-line = <b>No. { $rank }</b>: { $code } { $name } ({ $unit }): <b>{ $points } points</b>, { $state }
conference-why = { $why }
conference-next = To decide: no. <b>{ $rank }</b>, { $code } { $name } ({ $unit })
conference-rank = No. { $rank }: { $code } { $name }
conference-choose = Choose
conference-drop = Leave out
conference-explain = Say why
conference-open = Look again
conference-see = Open { $code }
conference-narrowed = Showing: <b>{ $filter }</b> – { $n ->
    [0] no nominations
    [one] one nomination
   *[other] { $n } nominations
  }.
conference-only-chosen = Chosen ({ $n })
conference-only-nominated = Undecided ({ $n })
conference-only-not_chosen = Not chosen ({ $n })
conference-whole = Whole ranking ({ $n })
conference-list = Ranking
conference-report = List (Excel, Word)
conference-nominate = Nominate for a unit
conference-number = Number of delegates
conference-facts = { $subject }, { $category }. { $who }. { $place }.
conference-grounds = Nominated by the unit at { $when }: “{ $grounds }”
conference-grounds-behalf = Nominated by { $office } for the unit at { $when }: “{ $grounds }”
conference-step-choose = Chosen by { $who } at { $when }{ $reasoned ->
    [yes] : “{ $reason }”
   *[no] .
    }
conference-step-drop = Left out by { $who } at { $when }: “{ $reason }”
conference-choose-done = <b>{ $code }</b> { $name } was chosen as a delegate. { $told }
conference-drop-done = <b>{ $code }</b> { $name } was left out of the delegates. { $told }
conference-drop-title = Leave out { $code }
conference-drop-reason = Why is { $code } not chosen? The unit reads the reason. ({ NUMBER($min, useGrouping: "true") }–{ NUMBER($max, useGrouping: "true") } characters)
conference-explain-title = Why { $code } was chosen
conference-explain-reason = Why is { $code } chosen? The unit reads the reason. ({ NUMBER($min, useGrouping: "true") }–{ NUMBER($max, useGrouping: "true") } characters)
conference-not-nominated = { $code } is not nominated to the conference.
conference-words = “{ $typed }” means nothing here. Behind /hoinghi you can type a code, a unit, a part of a name, or: chosen, undecided, not chosen.
conference-nominate-which = Which exemplar? Type its code or a part of its name, for example: <b>DONVI-2021-003</b>.
conference-nominate-label = Exemplar
conference-nominate-none = No approved exemplar matches “{ $typed }”. Type a code, for example: DONVI-2021-003.
conference-nominate-several = Several match: { $names }. Type the code of one.
conference-nominate-there = { $code } of { $unit } is nominated already. Type another code, or /hoinghi { $code } to see it.
conference-nominate-grounds = On what grounds is { $code } { $name } ({ $unit }) nominated? ({ NUMBER($min, useGrouping: "true") }–{ NUMBER($max, useGrouping: "true") } characters)
conference-nominated = <b>{ $code }</b> was nominated for { $unit }. { $told }
conference-number-ask = How many delegates go to the conference? { $set ->
    [yes] It is { $now } now.
   *[no] No number is set.
    } For example: 60.
conference-number-bad = The number of delegates is a number from { NUMBER($min, useGrouping: "true") } to { NUMBER($max, useGrouping: "true") }. For example: 60.
conference-number-none = No number
conference-number-done = { $set ->
    [yes] Delegates at the conference: <b>{ $delegates }</b>.
   *[no] No number of delegates is set.
    }
notice-nomination-nominate = { $office } nominated <b>{ $code }</b> { $name } of { $unit } to { $conference }. Look at it with /tongket.
notice-nomination-choose = { $office } chose <b>{ $code }</b> { $name } of { $unit } as a delegate to { $conference }.{ $reasoned ->
    [yes] {" "}Reason: “{ $reason }”
   *[no] {""}
    }
notice-nomination-drop = { $office } did not choose <b>{ $code }</b> { $name } of { $unit } for { $conference }. Reason: “{ $reason }”
