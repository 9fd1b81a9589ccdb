# Mistakes in plan, unit and calendar files: they stand behind the file, the line and the entry.

file-text = needs a text
file-ends-early = ends before it begins
file-true-false = needs true or false
file-subject = needs collective or individual
file-phone = needs a phone number in quotes, such as "0269 3824 123"
file-no-such-day = is not a day of the calendar
file-min-above-max = has a min above its max
file-expected-outside = expects a number outside its min and max
file-zone = needs a time zone
file-zone-unknown = needs a time zone such as Asia/Ho_Chi_Minh
file-time = needs a time of day in quotes, such as "08:00"
file-time-shape = needs a time of day from "00:00" to "23:59", such as "08:00"
file-days-fall = needs days that fall, such as [14, 7, 3, 1]
file-days-rise = needs days that rise, such as [1, 3, 7]
file-from-rise = needs days that rise
file-subjects = needs collective and individual
file-not-yearly = is not a day of every year
file-until-early = has an `until` earlier than its `at`
file-from-late = has a `from` later than its `at`
file-last-until-early = has a `lastDayUntil` earlier than its `until`
file-code = needs a code such as commune
file-code-shape = needs a code of letters a–z, digits, _ and -, such as commune
file-unit-code = needs a code such as GLAR
file-unit-code-shape = needs a code of 1 to 12 capitals A–Z and digits, such as GLAR
file-owed-by = needs `all` or a list of kinds of units, such as [commune]
file-day-of-month = needs a day of the month from 1 to 31, or last
file-due-rule = needs a rule: before or on (with date), yearly, halfYearly, quarterly or monthly (with day, from, to), or unset
file-award-points = needs whole points for every award, or by level, such as { $form }
file-unknown-key = is not a key that belongs here
file-leads-person = only a person leads: set it to false, or subject to individual
file-leaders-not-asked = is of leaders only, in a category that does not ask who leads
file-leaders-last = is of leaders only, so it needs to stand behind the others of its category
file-needs-registration = needs one duty that is `fulfilledBy: registration`
file-report-yearly = of a report of the year is yearly
file-in-summary = is for a duty with one day (rule: before or on) that is `fulfilledBy: filing`
file-comes-once = comes once: before, on or unset
file-needs-conference = needs a `conference` with its weights
file-covers-interim = is for a duty that is `fulfilledBy: interim`
file-one-registration = only one duty can be fulfilled by registration
file-one-report = only one duty can be the report of the year
file-one-summary = only one duty can be `summary`
file-one-nominations = only one duty can be `nominations`
file-one-column = one duty at most has a column there
file-plan-keys = needs the keys of a plan: code, title, issuedOn …
file-basis = needs announced or by rule
file-source = needs the place where it was published
file-ladder-keys = needs at, until, before, lastDay, after, everyDaysAfter, headsFrom
file-weights-keys = needs yearKept, replication, award, directLabour, difficultArea
file-bodies-keys = needs superior, issuer, committee, office, publicist, signerTitle, recipients
file-conference-keys = needs name and weights; delegates may be left out
file-awards-keys = needs levels, forms and titles
file-document-keys = needs issuer, sign, signer, and superior and place where they differ
file-kind-keys = needs code, name, words, quota
file-calendar-keys = needs daysOff, workingDays or both, each a list of days
file-list-levels = needs a list of levels
file-list-days = needs a list of days
file-list-titles = needs a list of titles
file-list-recipients = needs a list of recipients
file-list-movements = needs a list of movements
file-list-lines = needs a list of lines
file-list-legal-grounds = needs a list of legal grounds
file-list-kinds = needs a list of kinds of units
file-list-forms = needs a list of forms
file-list-duties = needs a list of duties
file-list-criteria = needs a list of criteria
file-list-categories = needs a list of categories
file-list-bodies = needs a list of bodies that take over
file-one-unit-at-least = needs at least one unit
file-one-recipient-at-least = needs at least one recipient
file-one-level-at-least = needs at least one level
file-one-kind-at-least = needs at least one kind of unit
file-one-duty-at-least = needs at least one duty
file-one-day-at-least = needs at least one day
file-one-criterion-at-least = needs at least one criterion
file-one-category-at-least = needs at least one category
file-one-line-at-least = needs at least one line, such as [Thủ trưởng]
file-form = needs { $form }
file-form-left-out = needs { $form }; from and until may be left out
file-form-award = needs { $form }; subject, from and until may be left out
file-form-bodies = needs { $form }, with the bodies that change
file-form-days = needs { $form }, with to: … for several days
file-form-day-list = needs a list of days, each { $form }
file-form-units = needs a list of units, each { $form }
file-day = needs a day such as { $day }
file-times = needs the first and last time, such as { $example }
file-whole = needs a whole number from { $from } to { $to }
file-ways = needs one of { $ways }
file-outside = lies outside the period { $from }–{ $to }
file-code-long = is too long for a code: { $most } characters at most
file-label-long = is too long for a button: { $most } characters at most
file-range-backwards = is before { $day }: the first day goes first
file-range-long = makes { $days } days: one entry has { $most } at most
file-day-twice = { $day } is in { $list } already: keep one
file-other-year = belongs to another year than { $year }
file-idle-day = { $day } is a working day already: look at the date again
file-repeated = the { $what } "{ $value }" is taken already; each needs its own
file-kind-used = "{ $code }" is the kind of { $n } unit(s): it cannot go
file-movement-used = "{ $code }" is the movement of { $n } exemplar(s): it cannot go
file-award-used = "{ $code }" was proposed { $n } time(s): it cannot go
file-subject-used = "{ $code }" is the subject of { $n } exemplar(s): it cannot go
file-category-used = "{ $code }" is the category of { $n } exemplar(s): it cannot go
file-category-subject = was { $subject } and has { $n } exemplar(s): it cannot change
file-criterion-used = "{ $code }" was ticked for { $n } exemplar(s) of this category: it cannot go
file-duty-used = "{ $code }"{ $time ->
    [none] {""}
   *[other] {" "}of { $time }
 } has { $n } document(s) or nudge(s): it cannot go
file-duty-time-used = "{ $code }"{ $time ->
    [none] {""}
   *[other] {" "}of { $time }
 } has { $n } document(s) or nudge(s): its time cannot go
file-plan-closed = plan { $plan } is closed: it cannot be changed
file-no-plan = the database has no plan: set PLAN_FILE, or npm run plan:load FILE
file-old-version = plan { $plan }, version { $n } cannot be read by this release; load its file again: npm run plan:load FILE
file-plan-large = is too large for a plan
file-large = is too large for a plan or a list of units
file-folder = is a folder, not a file
file-no-file = is not a file
file-no-text = is not text: save it again as UTF-8
file-unreadable = cannot be read: { $reason }
file-not-yaml = is not YAML that can be read: { $reason }
file-aliases = repeats itself by aliases (*name) beyond what can be read: { $reason }
file-deep = is nested too deep
file-more = … and { $n } more mistakes
file-not-fitting = { $message }
file-unknown-code = "{ $value }" is no { $part ->
    [kindOfPlan] kind of unit of the plan
    [level] level here
    [levelOfAwards] level of the awards
   *[kind] kind of unit here
 }; known are { $known }
file-yaml = { $message }{ $kind ->
    [odd-space] : the line begins with a space of another kind; type it again with plain spaces
    [odd-dash] : the line begins with a dash of a word processor; type a plain hyphen
    [TAB_AS_INDENT] : use spaces in place of the tab
    [BAD_INDENT] : begin the line where its neighbours begin
    [MULTILINE_IMPLICIT_KEY] : a colon is missing behind the key, or the line begins elsewhere than its neighbours
    [BLOCK_AS_IMPLICIT_KEY] : two colons in one line, or a line that begins too far in; a text with a colon needs quotes
    [BLOCK_IN_FLOW] : a text with a colon or a dash needs quotes
    [MISSING_CHAR] : look for a bracket, comma, space or closing quote
    [UNEXPECTED_TOKEN] : a text with quotes in it stands in single quotes
    [BAD_SCALAR_START] : a text that begins with a sign of YAML needs quotes
    [BAD_ALIAS] : a text with a star needs quotes
    [MULTIPLE_DOCS] : remove the line of three dashes
   *[other] {""}
 }
