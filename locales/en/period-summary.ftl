# A unit's summary of a stage or the period, and its nominations to the conference (/tongket).
error-summary-not-asked = The plan does not ask for this. Type /hannop to see what is due.
summary-unit = Of which unit?
summary-which-plan = The summary under which plan?
summary-which-unit = The summary of which unit? Type the unit behind the command, for example: <b>/tongket { $example }</b>.
summary-begin = <b>{ $name }</b> ({ $from } – { $to }) of { $unit }, { $dated ->
    [yes] due by { $day }
   *[no] no date set yet
    }. The unit has { $n } approved exemplars. Four texts are drafted from the data of all years: take them or change them. Stop anywhere, nothing is lost.
summary-begin-nominations = <b>{ $name }</b> of { $unit }, { $dated ->
    [yes] due by { $day }
   *[no] no date set yet
    }. The unit has { $n } approved exemplars.
summary-text-results = <b>Results and strengths</b> of the unit in { $from } – { $to }?
summary-text-difficulties = <b>Weaknesses, difficulties</b> and their causes in { $from } – { $to }?
summary-text-proposals = <b>Requests and suggestions</b> of the unit after { $from } – { $to }?
summary-text-directions = <b>Directions and tasks</b> after { $from } – { $to }?
summary-nominees = Nominations to <b>{ $conference }</b>: tick the exemplars to nominate, then press Done. To nominate none, press None.
summary-nominees-label = Nominations
summary-nominees-none = none
summary-none = None
summary-write = Write the summary
summary-none-reason = Why does the unit nominate no exemplar to { $conference }? ({ NUMBER($min, useGrouping: "true") }–{ NUMBER($max, useGrouping: "true") } characters)
summary-grounds = On what grounds is it nominated to { $conference }? ({ NUMBER($min, useGrouping: "true") }–{ NUMBER($max, useGrouping: "true") } characters)
summary-grounds-label = Grounds of the nomination
summary-come = Newly approved: <b>{ $codes }</b>.
summary-nominated-since = { $office } nominated for your unit: <b>{ $codes }</b>. It was added to the list; change the list if you do not agree.
summary-redrafted = The texts taken as drafted follow the new data: <b>{ $texts }</b>.
summary-written = What you wrote is kept; the data have changed, please look again: <b>{ $texts }</b>.
summary-word-caption = { $unit }: { $name }, preview
summary-confirm = <b>{ $name }</b> is ready: look at the Word file above. Send it, or press Edit to change it.
summary-confirm-none = <b>{ $name }</b>: a nil return. Send it, or press Edit to change it.
summary-content = { $n } nominated to the conference: { $codes }.
summary-content-none = No exemplar is nominated to the conference: “{ $reason }”
summary-sent = <b>{ $name }</b> of { $unit } was sent to { $office }.
summary-sent-nominated = { $n } nominated to { $conference }.
summary-sent-none = No exemplar is nominated to { $conference }: this was reported.
summary-no-exemplars = { $unit } has no approved exemplar for <b>{ $name }</b> (due: { $day }). If there is nothing to report, press <b>None</b> and say why; to report all the same, press Write the summary.
summary-nil-reason = Why does the unit have no { $name }? ({ NUMBER($min, useGrouping: "true") }–{ NUMBER($max, useGrouping: "true") } characters)
summary-nil-sent = A <b>nil return</b> was sent for the { $name } of { $unit }.
summary-not-sent = { $unit } has not sent its <b>{ $name }</b> (due: { $day }).
summary-standing = <b>{ $name }</b> of { $unit }: version { $version }/{ $versions }, sent by { $who } at { $when }.
summary-nominations = Nominations
summary-nominated-line = • { $code } { $name }: { $state }{ $behalf ->
    [yes] {" "}(nominated by { $office })
   *[no] {""}
    }
nomination-nominated = nominated
nomination-chosen = chosen as a delegate
nomination-not_chosen = not chosen
nomination-withdrawn = taken back
