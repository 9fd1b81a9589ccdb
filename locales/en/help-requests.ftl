# What units need (Plan 101, II.3).
aid-title = Ask for help
aid-ask = What are the difficulties of exemplar <b>{ $code }</b> “{ $name }”, and what help is needed? (10–2,000 characters)
aid-ask-unit = What are the difficulties of { $unit } with its exemplars, and what help is needed? (10–2,000 characters)
aid-label = Help needed
aid-example = The gong team lacks a set of gongs; we ask for one.
aid-length = It needs { NUMBER($min, useGrouping: "true") } to { NUMBER($max, useGrouping: "true") } characters (now { NUMBER($have, useGrouping: "true") }). For example: { $example }
aid-asked = Sent to { $office }. You are told as soon as { $office } takes it up or settles it.
aid-open = See the request
aid-list = Requests for help
aid-unsettled = Requests not settled
aid-all = All requests for help
aid-list-title = <b>{ $what }</b> { $range }:
aid-none = There is no request for help yet.
aid-none-unsettled = No request for help waits.
aid-line = { $n }. <b>{ $unit }</b>{ $exemplar ->
        [none] { "" }
       *[other] { " " }– { $exemplar }
    }: { $text } ({ $state }, sent { $when })
aid-ask-new = Ask for help
aid-ask-new-of = Ask for help: { $unit }
aid-ask-exemplar = Needs help
aid-words-unknown = This command does not use “{ $typed }”.
aid-words-unknown-unit = To ask for help, choose Ask for help below and write it there (“{ $typed }” was not sent).
aid-state-open = new
aid-state-taken = taken up
aid-state-closed = settled
aid-head = <b>{ $unit }</b> asks for help – { $state }
aid-exemplar = Exemplar <b>{ $code }</b> “{ $name }”
aid-text = «{ $text }»
aid-step-ask = { $when } { $who } sent it
aid-step-mend = { $when } { $who } wrote it again
aid-step-take = { $when } { $who } took it up{ $noted ->
        [yes] : { $note }
       *[no] { "" }
    }
aid-step-carry = { $when } { $who } moved it from plan { $from } to { $to }: { $note }
aid-step-close = { $when } { $who } closed it: { $note }
aid-take = Taken up
aid-close = Settled
aid-drop = No longer needed
aid-see-exemplar = See { $code }
aid-note-label = Answer to the unit
aid-take-title = Take up a request for help
aid-take-note = { $unit } needs: «{ $text }». A word to the unit? Skip it if there is none.
aid-take-example = We shall visit the unit this week.
aid-take-done = The request of { $unit } is taken up. { $told }
aid-close-title = Settle a request for help
aid-close-note = { $unit } needs: «{ $text }». How was it settled? The unit reads your words.
aid-close-example = A set of gongs was given on 5/10/2021.
aid-close-done = The request of { $unit } is settled. { $told }
aid-drop-title = Take a request for help back
aid-drop-note = Why does { $unit } no longer need «{ $text }»?
aid-drop-example = The village bought a set of gongs itself.
aid-drop-done = { $unit } no longer needs help. { $told }
notice-help-take = { $office } <b>has taken up</b> the request for help{ $exemplar ->
        [none] { "" }
       *[other] { " " }for { $exemplar }
    }: «{ $text }».{ $noted ->
        [yes] { " " }{ $note }
       *[no] { "" }
    }
notice-help-close = { $office } <b>has settled</b> the request for help{ $exemplar ->
        [none] { "" }
       *[other] { " " }for { $exemplar }
    }: «{ $text }».{ $noted ->
        [yes] { " " }{ $note }
       *[no] { "" }
    }
news-help = <b>{ $unit }</b> needs help{ $exemplar ->
        [none] { "" }
       *[other] { " " }for { $exemplar }
    }: «{ $text }»
