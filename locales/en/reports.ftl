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
report-by-category = By category
report-duty-progress = Progress of duties
report-nudge-log = Nudges
report-period = { $which ->
    [first] the first half of { $year }
    [second] the second half of { $year }
    [whole] the whole period until { $year }
   *[year] { $year }
}

report-figure-units-met = Units that have met their quota
report-figure-submitted = Exemplars that count, registered { $years } (submitted and approved)
report-figure-approved = Of these approved
report-figure-returned = Returned
report-figure-last-year = The same day last year, { $day } (change)
report-figure-missing = Missing to the minimum
report-figure-units-late = Units that handed in late
report-figure-units-overdue = Overdue and not complete
report-figure-exemplars = Exemplars in the list, whatever became of them
report-figure-counted = Count towards the quota, of { $period } alone (submitted and approved)
report-figure-difficult-area = In difficult areas
report-figure-direct-labour = Direct labour
report-figure-signed-list = Together, submitted and approved
report-figure-publicity-exemplars = Approved exemplars
report-figure-never-publicised = Never publicised
report-figure-publicity-times = Times publicised in this time, each activity once
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
report-figure-category-exemplars = Exemplars that count (submitted and approved)
report-figure-category-subject = Of them { $subject }
report-figure-categories-used = Categories with an exemplar
report-figure-duties = Duties of the units
report-figure-duties-done = Done in time
report-figure-duties-late = Done late
report-figure-duties-overdue = Overdue, not done
report-figure-duties-missing = Not done, still in time
report-figure-duties-unset = Without a due date yet
report-figure-duties-optional = Owed only when there is something, not handed in
report-figure-duties-nudges = Nudges that arrived
report-figure-nudges = Nudges
report-figure-nudges-sent = Sent
report-figure-nudges-blocked = Blocked
report-figure-nudges-unconnected = Not connected
report-figure-nudges-failed = Not sent

report-state-submitted = Submitted
report-state-approved = Approved
report-state-returned = Returned
report-state-rejected = Rejected
report-state-withdrawn = Withdrawn
report-state-done = Done
report-state-doneLate = Handed in late
report-state-overdue = Overdue
report-state-missing = Not done yet
report-state-unset = No date set
report-state-optional = Nothing to hand in
report-state-sent = Sent
report-state-blocked = Blocked
report-state-unconnected = Not connected
report-state-failed = Could not be sent
report-state-dropped = Dropped
report-state-pending = To be sent
report-filter-part = { $part ->
    [kinds] Kinds of units
    [categories] Categories
    [duties] Duties
   *[states] Status
  }: { $values }
report-figure-exemplars-filtered = Exemplars in the list, as filtered

# Charts: names (buttons), titles and words within the pictures.

chart-by-unit = By unit
chart-by-unit-title = Registered against the quota
chart-by-day = Over time
chart-by-day-title = Submitted and approved by day
chart-by-category = By category
chart-by-category-title = Exemplars by category
chart-subtitle = { $period } · { $moment } · { $scope }
chart-of-moment = at { $at }
chart-of-day = as of the end of { $day }
chart-period = from { $from } to the end of { $period }
chart-approved = Approved
chart-waiting = In review
chart-minimum = Minimum
chart-maximum = Maximum
chart-units-met = { $met } of { $of } units met
chart-none-yet = No exemplar has been submitted yet.
chart-none-such = No exemplar has this status.
chart-no-units = There are no units.
chart-most-behind = { $shown } of { $of } units, those that lack most
chart-due = Due { $day }
chart-wanted = Minimum { $n }
chart-submitted-so-far = Submitted so far
chart-approved-so-far = Approved so far
chart-share = { $n } ({ NUMBER($percent) }%)
