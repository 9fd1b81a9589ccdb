# Names of reports (buttons) and the main figures under the file.

report-by-unit = Summary by unit
report-detail = Detailed list
report-signed-list = Registration list to sign
report-office = Report (Word)
report-year-results = Results of the year
report-figure-evaluated = Exemplars evaluated
report-figure-spread = Grew, were replicated
report-figure-proposed = Award proposals
report-publicity = Publicity of exemplars
report-late-letter = Letter to late units (Word)
report-phone-list = To be phoned

report-figure-units-met = Units that have met their quota
report-figure-submitted = Exemplars that count, registered { $years } (submitted and approved)
report-figure-approved = Of these approved
report-figure-returned = Returned
report-figure-missing = Missing to the minimum
report-figure-units-late = Units that handed in late
report-figure-units-overdue = Overdue and not complete
report-figure-exemplars = Exemplars in the list, whatever became of them
report-figure-counted = Count towards the quota, of { $year } alone (submitted and approved)
report-figure-difficult-area = In difficult areas
report-figure-direct-labour = Direct labour
report-figure-signed-list = Together, submitted and approved
report-figure-publicity-exemplars = Approved exemplars
report-figure-never-publicised = Never publicised
report-figure-publicity-times = Times publicised in the year, each activity once
report-figure-broadcasts = Broadcasts
report-figure-minutes = Minutes of broadcasts
report-figure-late-units = Late units
report-figure-late-duties = Overdue duties
report-figure-reply-by = To be answered by
report-figure-phone-lines = Lines to phone
report-figure-phone-units = Units
report-figure-phone-people = People to phone
report-figure-phone-blocked = Lines: blocked the bot
report-figure-phone-unconnected = Lines: never connected
report-figure-phone-failed = Lines: sending failed
report-figure-phone-nobody = Units without a liaison

# Charts: names (buttons), titles and words within the pictures.

chart-by-unit = By unit
chart-by-unit-title = Registered against the quota
chart-by-day = Over time
chart-by-day-title = Submitted and approved by day
chart-by-category = By category
chart-by-category-title = Exemplars by category
chart-subtitle = { $year } · { $scope } · at { $at }
chart-approved = Approved
chart-waiting = In review
chart-minimum = Minimum
chart-maximum = Maximum
chart-units-met = { $met } of { $of } units met
chart-none-yet = No exemplar has been submitted yet.
chart-no-units = There are no units.
chart-due = Due { $day }
chart-wanted = Minimum { $n }
chart-submitted-so-far = Submitted so far
chart-approved-so-far = Approved so far
chart-share = { $n } ({ NUMBER($percent) }%)
