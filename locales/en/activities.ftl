# Activities with exemplars (Plan 101, II.3–II.5, V.2).
activity-title = Log an activity
activity-mend-title = Mend an activity
activity-plan = Under which plan?
activity-no-exemplars = The unit has no approved exemplar yet, so there is nothing to log an activity for. See the unit's list.
activity-no-exemplars-any = No exemplar has been approved yet, so there is nothing to log an activity for.
activity-words-unknown = “{ $typed }” names no kind of activity, no unit and no code of an approved exemplar. Please answer the questions below.
activity-unit = An activity of which unit?
activity-kind = What was done?
activity-kind-label = Kind of activity
activity-kind-publicity = Publicity
activity-kind-visit = Study visit
activity-kind-experience_report = Report of experience
activity-kind-training = Training
activity-kind-honour = Praise
activity-kind-inspection = Inspection and help
activity-exemplars = With which exemplars? Tick one or more, then choose Done. Type a name, a code or a unit to search.
publicity-exemplars = { $n ->
        [0] Every approved exemplar has been publicised. Which exemplars were publicised?
        [one] <b>{ $n }</b> exemplar has never been publicised. Which exemplars were publicised?
       *[other] <b>{ $n }</b> exemplars have never been publicised, the oldest first. Which exemplars were publicised?
    } Tick one or more, then choose Done. Type a name, a code or a unit to search.
activity-exemplars-label = Exemplars
pick-found = Search for “{ $words }”: { $total } found. Type other words to search again.
pick-more = Showing { $n } of { $total } exemplars: type a name, a code or a unit to find others.
pick-none = No approved exemplar has “{ $words }” in its name, code or unit. Type fewer letters, or choose above.
activity-not-approved = Not logged for { $codes }: no longer approved. Please choose again.
activity-day = On which day? For example { $example }, yesterday.
activity-day-label = Day
activity-day-bad = That is no day. Please write it like { $example }.
activity-day-future = That day has not come yet: only what was done is logged. Please write it like { $example }.
activity-day-lunar = Please give the day of the solar calendar, like { $example }.
activity-today = Today
activity-yesterday = Yesterday
activity-place = Where? For example: the hall of the unit.
activity-place-label = Place
activity-place-example = the hall of the unit
activity-medium = In which medium? Choose, or type the name of the station, newspaper or site.
activity-medium-label = Medium
activity-medium-broadcast = Radio or television station
activity-medium-speakers = Local loudspeakers
activity-medium-site = Web portal or site
activity-medium-press = Newspaper or magazine
activity-medium-social = Social media
activity-medium-meeting = Conference or meeting
activity-reached = How many people took part, listened or watched? Type a number; skip it if you do not know.
activity-reached-label = People
activity-reached-shown = { $n ->
        [one] { $n } person
       *[other] { NUMBER($n, useGrouping: "true") } people
    }
activity-broadcasts = How many broadcasts?
activity-broadcasts-label = Broadcasts
activity-broadcasts-shown = { $n ->
        [one] { $n } broadcast
       *[other] { NUMBER($n, useGrouping: "true") } broadcasts
    }
activity-minutes = How many minutes in all broadcasts together?
activity-minutes-label = Minutes
activity-minutes-shown = { $n ->
        [one] { $n } minute
       *[other] { NUMBER($n, useGrouping: "true") } minutes
    }
activity-number-bad = Please type a whole number from 1 to { NUMBER($max, useGrouping: "true") }, for example 12.
activity-link = A link to it, if there is one? For example https://dakdoa.gialai.gov.vn/tin-tuc
activity-link-label = Link
activity-link-unreadable = That is no address of a web page. Copy the whole address, like https://dakdoa.gialai.gov.vn/tin-tuc, or skip it.
activity-link-several = One link is kept: send the main one, and write the others in the note.
activity-link-not-web = Only addresses of web pages (http, https) are accepted, like https://dakdoa.gialai.gov.vn/tin-tuc
activity-link-too-long = The link is longer than { $max } characters. Send a shorter one, or skip it.
activity-files = Photos or files (at most { $max })? Choose Done when they are sent; skip it if there are none.
activity-files-label = Photos, files
activity-files-shown = { $n ->
        [one] { $n } file
       *[other] { $n } files
    }
activity-holder = Who did it? Choose, or type the name of a unit.
activity-holder-label = Done by
activity-note = What would you like to note?
activity-note-label = Note
activity-confirm = Please check, then choose Save it.
activity-similar = <b>Please note:</b> on { $day } there is an activity like this already:
activity-similar-line = – { $what } (logged by { $who })
activity-save = Save it
activity-saved = Logged.
activity-mended = Mended.
activity-open = See this activity
activities-all = Logged activities
activities-logged = Logged activities ({ $n })
activities = Logged activities
activities-of = Activities of { $unit }
activities-title = <b>{ $of }</b> { $range }:
activities-none = { $of }: none logged yet.
activity-line = <b>{ $kind }</b> { $day } – { $exemplars } – { $place }{ $figures ->
        [none] { "" }
       *[other] { " " }({ $figures })
    }
activity-head = <b>{ $kind }</b> on { $day }
activity-exemplar = – <b>{ $code }</b> { $name }
activity-holder-line = Done by: { $holder }
activity-place-line = Place: { $place }
activity-medium-line = Medium: { $place }
activity-figures-line = Result: { $figures }
activity-link-line = Link: { $link }
activity-note-line = Note: { $note }
activity-files-line = Photos, files: { $n }
activity-logged-line = Logged by { $who }, { $when }
activity-withdrawn-line = <b>Withdrawn</b> at { $when }: { $reason }
activity-log = Log an activity
activity-of-exemplar = Activities ({ $n })
activity-see-files = Photos, files ({ $n })
activity-mend = Mend
activity-withdraw = Withdraw
activity-history = History
activity-history-of = <b>{ $what }</b> on { $day } – history:
activity-step-log = { $when } { $who } logged it
activity-step-mend = { $when } { $who } mended it
activity-step-withdraw = { $when } { $who } withdrew it: { $reason }
activity-changed-line = – { $label }: <s>{ $before }</s> → { $after }
activity-withdraw-title = Withdraw an activity
activity-withdraw-reason = Why withdraw “{ $what }”? It stays in the history and counts no more ({ NUMBER($min, useGrouping: "true") }–{ NUMBER($max, useGrouping: "true") } characters).
activity-withdrawn = “{ $what }” is withdrawn.
