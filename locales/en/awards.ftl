# Awards: proposals, the list to the competent level, decisions (Plan 101, IV.3).
error-proposal-not-found = This award proposal was not found, or its unit withdrew it. Type /khenthuong to see the list.
error-proposal-decided = { $state ->
    [proposed] { $who } has just reopened the proposal of { $code }, at { $when }.
    [forwarded] { $who } forwarded the proposal of { $code } at { $when }.
    [not_forwarded] { $who } recorded at { $when } that the proposal of { $code } is not forwarded.
    [granted] The proposal of { $code } was granted by a decision that { $who } recorded at { $when }.
    [withdrawn] The unit withdrew the proposal of { $code } at { $when }.
   *[refused] { $who } recorded at { $when } that the proposal of { $code } was refused.
  } Type /khenthuong to see the list.
error-proposal-there = { $code } was proposed for this award and level in that year. Type /khenthuong to see the list.
error-award-not-held = Proposal of { $code }: under the plan this level, form or title does not hold on { $day }. Please check the day, or propose it at another level.
error-award-over = The proposal of { $code } was not forwarded: under the plan this level, form or title no longer holds on { $day }. Please press Do not forward, then add a proposal at another level.
error-proposal-unfit = The proposal of { $code } was not forwarded: its registration { $status ->
    [submitted] is in review again. Approve it by /duyet and forward it then, or press Do not forward.
    [returned] waits for the unit to mend it. Approve it when it comes back and forward it then, or press Do not forward.
    [withdrawn] was withdrawn by the unit. Please press Do not forward.
   *[rejected] was rejected. Reopen and approve it and forward it then, or press Do not forward.
  }
error-award-before-year = { $code } was proposed for the year { $year }, so the decision cannot be of { $day }. Please check the day on the paper.
error-award-decision-not-found = This decision on awards was not found. Type /khenthuong, then press Decisions.
error-award-decision-over = { $who } took this decision back at { $when }. Its proposals are forwarded again. Type /khenthuong to see the list.
error-award-decision-changed = Another person has just mended this decision, so your change was not saved. Open it again to see it, then mend it.
error-award-decision-there = Another decision of this level has the same number, day and body. Please check the number and the day.
report-awards = Award proposals
report-figure-award-proposed = Not forwarded yet
report-figure-award-forwarded = Forwarded, no result yet
report-figure-award-declined = Not to be forwarded
report-figure-award-granted = Granted
report-figure-award-refused = Refused
report-figure-award-withdrawn = Withdrawn
error-awards-none = This plan names no levels or forms of commendation, so there are no award proposals.
awards-year = Year { $year }
awards-all = all years
awards-all-years = All years
awards-title = <b>Award proposals</b> { $range }, { $filter }:
awards-none = <b>Award proposals</b> ({ $filter }): none yet.
awards-none-yet = There are no award proposals yet. Units propose in their annual report (/baocaonam).
awards-counts = There are: { $counts }.
awards-counts-others = In other states: { $counts }.
awards-line = { $n }. <b>{ $code }</b> “{ $name }” – { $unit }: { $award }{ $year ->
        [none] { "" }
       *[other] , { $year }
    } – { $state }
awards-plain-line = – <b>{ $code }</b> “{ $name }” – { $unit }: { $award }
awards-waiting = not forwarded yet
awards-forward = Forward
awards-decline = Do not forward
awards-refuse = Refused by the level
awards-reopen = Reopen
awards-record = Record a decision
awards-several = Choose several
awards-list = Award proposals
awards-see = See the proposal
awards-filter = Filter
awards-files = Excel, Word
awards-decisions = Decisions
awards-add = Add a proposal
awards-add-for = Propose for an award
awards-add-more = Another proposal
awards-none-of-year = { $code } has no award proposal for { $year }.
awards-story = Story of { $code }
awards-filter-ask = Filter the list by:
awards-filter-now = Filtered by: { $filter }. Filter by:
awards-filter-none = No filter
awards-by-year = By year
awards-by-level = By level
awards-by-award = By form or title
awards-by-unit = By unit
awards-by-plan = Another plan
awards-which-year = Which year?
awards-one-year = The list shows one year, or all of them. Please choose:
awards-which-level = Which level?
awards-which-award = Which form or title?
awards-which-unit = Which unit?
awards-which-plan = Which plan?
awards-no-code = The exemplar { $code } was not found. Type /khenthuong to see the list.
awards-of-exemplar = <b>{ $code }</b> “{ $name }” was proposed for:
awards-of-exemplar-none = <b>{ $code }</b> “{ $name }” has not been proposed for an award.
awards-head = <b>{ $code }</b> “{ $name }” – { $unit }
awards-proposed = Proposed: <b>{ $award }</b>, { $year }. { $source ->
        [office] The office proposed it on behalf of { $unit }
       *[report] { $unit } proposed it
    } at { $when }.
awards-state = State: <b>{ $state }</b>{ $who ->
        [none] { "" }
       *[other] , recorded by { $who } at { $when }
    }.
awards-reason = Reason: { $reason }
awards-position = Position, representative: { $position }
awards-grounds = Grounds: { $grounds }
awards-evaluation = Evaluation of { $year }: { $result }{ $place ->
        [none] { "" }
       *[other] , replicated in { $place }
    }.
awards-evaluation-none = Evaluation of { $year }: the unit has not evaluated it.
awards-same = Note: it was proposed for this award and level in that year by { $unit } under the plan { $plan } ({ $state }).
awards-others = Other proposals and awards:
awards-others-none = No other proposals or awards yet.
awards-other-line = – { $year }: { $award } – { $state }
awards-level-over = Note: under the plan this level or award no longer holds. It can only be forwarded at another level: press Do not forward, then add a new proposal.
awards-unfit = Note: the registration is now { $status }, no longer an approved exemplar.
awards-see-decision = Decision { $number }
awards-forward-page = Forward this page ({ $n })
awards-forward-ask = Forward these { $n } proposals to the competent level?
awards-forward-yes = Forward { $n } proposals
awards-forward-no = Look again
awards-forwarded = { $n } proposals were forwarded.
awards-forwarded-one = It was forwarded.
awards-none-waiting = No proposal on this page waits to be forwarded.
awards-none-to-choose = No proposal of this list waits to be forwarded.
awards-none-forwarded = No forwarded proposal waits for a decision. Open a proposal and press Forward first, then record the decision.
awards-decline-title = Do not forward a proposal
awards-decline-reason = Why is { $award } of <b>{ $code }</b> not forwarded? The unit reads the reason ({ $min }–{ NUMBER($max, useGrouping: "true") } characters).
awards-decline-done = Recorded: the proposal of { $code } is not forwarded. { $told }
awards-refuse-title = Refused by the level
awards-refuse-reason = Why does the competent level not grant { $award } to <b>{ $code }</b>? The unit reads the reason ({ $min }–{ NUMBER($max, useGrouping: "true") } characters).
awards-refuse-done = Recorded: the proposal of { $code } was refused. { $told }
awards-reopen-title = Reopen a proposal
awards-reopen-reason = Why is { $award } of <b>{ $code }</b> reopened? ({ $min }–{ NUMBER($max, useGrouping: "true") } characters)
awards-reopen-done = The proposal of { $code } is open again. { $told }
awards-several-ask = Choose proposals that were not forwarded: press each line, type line numbers such as 1-5, or type "all"; then press Done.
awards-several-label = Proposals
awards-several-what = { $n } proposals are chosen. Forward them or not?
awards-several-what-label = Forward or not
awards-several-reason = Why are these { $n } proposals not forwarded? Their units read the reason ({ $min }–{ NUMBER($max, useGrouping: "true") } characters).
awards-several-declined = Recorded: { $n } proposals are not forwarded. The units are told, one message a person.
awards-level = Of which level is the decision?
awards-number = Number of the decision? For example: 1234/QĐ-UBND
awards-number-label = Number of the decision
awards-number-unreadable = The number needs a digit. For example: 1234/QĐ-UBND
awards-number-day = This is a day, not the number of a decision. For example: 1234/QĐ-UBND
awards-number-odd = A decision number has letters, digits, slashes and hyphens alone. Type it as on the paper, for example: 1234/QĐ-UBND
awards-number-too-long = The number is longer than 60 characters. For example: 1234/QĐ-UBND
awards-day = Day of the decision? For example: { $example }
awards-day-label = Day of the decision
awards-day-bad = This day cannot be read. Type a day such as { $example }.
awards-day-future = The decision cannot be later than today. Type a day such as { $example }.
awards-day-lunar = This is a day of the lunar calendar. Type the day that the decision bears, such as { $example }.
awards-day-level = Under the plan the { $level } does not hold on { $day }, so a decision of that day cannot be of this level. Type the right day, or go back and choose another level.
awards-paper-known = Note: the decision { $paper } was recorded before. These proposals will be added to it.
awards-paper-like = Note: the decision { $paper } was recorded, with the same number in that year. If it is the same decision, press Edit and type its number, day, body and level as recorded.
awards-body = Which body decided?
awards-body-label = Body
awards-body-bad = This is not the name of a body. For example: { $example }
awards-keep = Keep: { $value }
awards-granted = Whom does the decision commend? Press each line, type line numbers such as 1-5, or type "all"; then press Done.
awards-granted-label = Granted
awards-counted = { $n } proposals
awards-rest = { $n } forwarded proposals of this level are not in the decision. Do they wait, or were some refused?
awards-rest-label = The others
awards-rest-wait = They wait
awards-rest-refused = Some were refused
awards-refused = Which proposals were refused? The others wait.
awards-refused-label = Refused
awards-refused-reason = Why were they refused? The units read the reason ({ $min }–{ NUMBER($max, useGrouping: "true") } characters).
awards-paper-files = Send the file of the decision (photo, PDF, Word; at most { $max } files), then press Done. Without one press Skip.
awards-paper-files-label = File of the decision
awards-confirm = Please look at it once more:
awards-paper = No. { $number } of { $day }, { $body }
awards-recorded = { $added ->
        [yes] The decision { $paper } had been recorded; added to it: { $granted } granted
       *[no] The decision { $paper } was recorded: { $granted } granted
    }{ $refused ->
        [0] .
       *[other] , { $refused } refused.
    } The units are told, one message a person.
awards-decision-open = See the decision
awards-decisions-title = <b>Decisions on awards</b> { $range }:
awards-decisions-none = No decision on awards was recorded yet. Type /khenthuong, forward proposals, then press Record a decision.
awards-decision-none-such = No decision on awards fits “{ $words }”.
awards-decision-line = { $n }. Decision { $paper }, { $level }: { $over ->
        [yes] taken back
       *[no] { $granted } granted
    }
awards-decision-head = <b>Decision { $paper }</b>, { $level }{ $over ->
        [yes] { " " }– taken back, its proposals are forwarded again
       *[no] { "" }
    }.
awards-decision-proposal = – <b>{ $code }</b> “{ $name }” – { $unit }: { $award }{ $state ->
        [refused] , refused{ $reason ->
            [none] { "" }
           *[other] : { $reason }
        }
       *[other] { "" }
    }
awards-decision-more = … and { $n } more.
awards-decision-files = { $n ->
        [0] There is no file of the decision yet.
       *[other] Files: { $n }.
    }
awards-decision-step-record = { $when }: { $who } recorded the decision.
awards-decision-step-extend = { $when }: { $who } added proposals to it.
awards-decision-step-mend = { $when }: { $who } mended the decision: { $reason }
awards-decision-step-take_back = { $when }: { $who } took it back: { $reason }
awards-mend = Mend the decision
awards-mend-title = Mend a decision on awards
awards-mend-reason = Why is it mended? The reason is kept in its history ({ $min }–{ NUMBER($max, useGrouping: "true") } characters).
awards-mend-save = Save the change
awards-mend-nothing = Nothing has changed, so nothing was recorded.
awards-mended = The decision was mended: { $paper }. The units are told.
awards-take-back = Take back
awards-take-back-title = Take a decision back
awards-take-back-reason = Why is the decision { $paper } taken back? { $n } proposals will be forwarded again, and the units are told ({ $min }–{ NUMBER($max, useGrouping: "true") } characters).
awards-taken-back = The decision { $paper } was taken back. Its proposals are forwarded again, and the units are told.
awards-add-title = Propose for an award on behalf of a unit
awards-add-exemplar = Which exemplar is proposed? Type its code, such as DONVI-2021-003, or its name.
awards-add-exemplar-label = Exemplar
awards-add-several = There are { $total } such exemplars: { $named }. Type the code of one.
awards-add-year = Of which year is the proposal?
awards-add-year-label = Year
awards-added = Proposed on behalf of { $unit }: { $code }, { $award }, { $year }. { $told }
notice-awards-decline = { $office } does not forward this award proposal. Reason: { $reason }
notice-awards-refuse = The competent level refused this award proposal. Reason: { $reason }
notice-awards-reopen = { $office } looks at this award proposal again; what you were told about it no longer holds.
notice-awards-grant = There is a <b>decision on awards</b>, { $paper }:
notice-awards-mend = { $office } has mended the decision on awards: { $paper }.
notice-awards-take-back = { $office } has taken back the decision on awards { $paper }. These proposals still wait for a decision:
notice-awards-behalf = { $office } has proposed on behalf of the unit:
notice-awards-line = – <b>{ $code }</b> “{ $name }” – { $unit }: { $award }{ $state ->
        [none] { "" }
       *[other] { " " }– <b>{ $state }</b>
    }{ $reason ->
        [none] { "" }
       *[other] . Reason: { $reason }
    }
