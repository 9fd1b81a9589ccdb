# Reviewing, nudging, reports.
review-queue-title = Waiting for review { $range }:
review-queue-line = { $n }. <b>{ $code }</b> { $name } – { $unit }, sent { $when }
review-queue-document = { $n }. <b>{ $duty }</b> – { $unit } – handed in { $when }
review-queue-filter = Shown: <b>{ $filter }</b>
review-queue-empty-filter = Nothing is waiting among: { $filter }.
review-filter = Other filters
review-filter-ask = Narrow the queue by:
review-filter-now = Shown: <b>{ $filter }</b>. Narrow further by:
review-filter-late = Late
review-filter-exceptions = Exceeds the quota
review-filter-documents = Documents
review-filter-none = No filter
review-unit-documents = Documents that the unit handed in ({ $n })
review-by-kind = By kind of unit
review-by-category = By category
review-which-kind = See what is waiting from which kind of unit?
review-which-category = See what is waiting in which category?
review-over = exceeds the quota
review-late = late
review-queue-empty = Nothing is waiting for review.
review-queue-empty-unit = Nothing of this unit is waiting for review.
review-which-unit = The waiting exemplars of which unit?
review-by-unit = By unit
review-approve = Approve
review-return = Return
review-reject = Do not approve
review-next = Next
review-reopen = Reopen
review-criteria = <b>Criteria met, in words:</b>
review-criteria-of = <b>{ $code }</b> – criteria met (☑):
review-criteria-none = No criterion was chosen.
review-criteria-all = See all criteria
review-leads-none = <b>Note:</b> this leader is not linked with an exemplary collective yet (Plan, { $clause }).
review-leads-draft = <b>Note:</b> the collective that this person leads, “{ $name }”, is still a draft of the unit (Plan, { $clause }).
review-leads-status = <b>Note:</b> the collective that this person leads, “{ $name }”: { $status } (Plan, { $clause }).
review-criterion-own = The unit’s own: { $text }
review-similar = <b>Similar names already registered:</b>
review-see-similar = See { $code }
review-looks-like = → looks like <b>{ $code }</b> “{ $name }” – { $unit } ({ $status })
review-back-to = Back to { $code }
review-registered = Registered by: { $who }, { $when }
review-registered-behalf = Registered by: { $who } ({ $office }), on behalf of { $unit }, { $when }
review-sent-again = Sent again by: { $who }, { $when }
review-sent-again-behalf = Sent again by: { $who } ({ $office }), on behalf of { $unit }, { $when }
review-reopened = Reopened: <b>{ $code }</b> “{ $name }”; it waits for review again. { $unit } now has { $counted } that count. { $told }
review-reopened-over = The unit had filled its quota, so this one is marked as <b>exceeding the quota</b>.
review-approve-all = Approve all
review-approve-all-ask = { $n ->
    [one] Approve the following exemplar?
   *[other] Approve the following { $n } exemplars?
  }
review-approve-all-documents = { $n ->
    [one] One document on this page is not among them: please open it to accept it.
   *[other] { $n } documents on this page are not among them: please open each to accept it.
  }
review-approve-all-yes = { $n ->
    [one] Approve 1 exemplar
   *[other] Approve { $n } exemplars
  }
review-approve-all-no = No, look again
unit-told = The unit is told at once.
unit-not-told = The unit is not told, because it has no liaison who can be reached: please phone, or type /moi to invite one.
review-approved = <b>{ $code }</b> “{ $name }” is approved. { $told }
review-approved-all = { $n ->
    [one] 1 exemplar is approved. The unit is told at once.
   *[other] { $n } exemplars are approved. The units are told at once.
  }
review-decided-before = Somebody had already decided on: { $codes }.
review-changed-before = Changed after this list was shown, so not approved yet: { $codes }. Type /duyet to look at each again.
review-reason-kept = The reason you have just written: “{ $reason }”
review-decided = This exemplar is <b>{ $status }</b>, decided by { $who } at { $when }.
review-withdrawn = This exemplar <b>was withdrawn by its unit</b>.
review-returned = <b>{ $code }</b> “{ $name }” is returned to be completed. { $told }
review-rejected = <b>{ $code }</b> “{ $name }” is not approved. { $told }
review-changed = <b>Changed by the unit:</b>
review-changed-line = – { $label }: <s>{ $before }</s> → { $after }
review-changed-numbers = no. { $numbers }
review-other-reason = Lines were changed that were not asked for. Reason: “{ $reason }”
review-nothing-changed = The unit sent it again without changing anything.
return-title = Return of { $code }
return-fields = Which lines of <b>{ $code }</b> are to be completed? Choose, then choose Done.
return-fields-label = Lines to complete
return-reason = What is to be completed? Please be clear, so that the unit can do it at once ({ NUMBER($min, useGrouping: "true") }–{ NUMBER($max, useGrouping: "true") } characters).
reject-title = Refusal of { $code }
reject-reason = Why is it not approved? ({ NUMBER($min, useGrouping: "true") }–{ NUMBER($max, useGrouping: "true") } characters)
reject-sure = Turn down <b>{ $code }</b> because «{ $reason }»? It will not count towards the quota.
reject-sure-label = Confirmation
reject-sure-yes = Yes, turn it down
reject-sure-no = No, show it again
reject-not = Nothing has been decided about { $code }.
reopen-title = Reopening { $code }
reopen-reason = Reopen <b>{ $code }</b> (now { $status }): it waits for review again and the unit is told. Why? ({ NUMBER($min, useGrouping: "true") }–{ NUMBER($max, useGrouping: "true") } characters)
reopen-over = <b>Please note:</b> { $unit } already has { $counted }, its maximum of { $max }; reopened, this one exceeds the quota.
document-accept = Accept
document-accepted = Accepted: <b>{ $document }</b>. { $told }
document-accepted-by = This document was <b>accepted</b> by { $who } at { $when }.
document-returned-by = This document was <b>sent back</b> by { $who } at { $when }: «{ $reason }»
document-lines-before = The version before was sent back to mend: { $lines }. Reason: «{ $reason }»
document-returned-before = The version before was sent back because: «{ $reason }»
return-lines-parts = Return <b>{ $document }</b>: tick the exemplars or texts to change, then press Done.
return-lines-parts-label = Parts to change
return-lines-of = Which lines need a change? Tick them, then press Done.
returned-to-mend = { $office } asks you to mend <b>{ $name }</b>: { $lines }. Reason: «{ $reason }»
returned-as-whole = the whole document
notice-returned-to-lines = { $office } asks to change <b>{ $duty }</b> of { $unit }: <b>{ $lines }</b>. «{ $reason }»
document-return-title = Sending back: { $document }
document-return-reason = Sending back <b>{ $document }</b>: what has to be mended? Please write it so that the unit can do it at once ({ NUMBER($min, useGrouping: "true") }–{ NUMBER($max, useGrouping: "true") } characters).
document-returned = Sent back: <b>{ $document }</b>; the unit has to hand it in again. { $told }
document-reopen-title = Reopening: { $document }
document-reopen-reason = Reopen <b>{ $document }</b>: it waits for review again and the unit is told. Why? ({ NUMBER($min, useGrouping: "true") }–{ NUMBER($max, useGrouping: "true") } characters)
document-reopened = Reopened: <b>{ $document }</b>. { $told }
decision-reason-label = Reason
decision-reason-length = The reason needs { NUMBER($min, useGrouping: "true") } to { NUMBER($max, useGrouping: "true") } characters (now { NUMBER($have, useGrouping: "true") }). For example: { $example }
reason-example-return = Bổ sung số hộ thoát nghèo năm 2020.
reason-example-reject = Thành tích đã được khen thưởng ở điển hình khác.
reason-example-reopen = Duyệt nhầm, đơn vị còn thiếu biên bản họp.
reason-example-nil = Năm nay đơn vị chưa có điển hình nào được duyệt, đang bồi dưỡng hai mô hình.
reason-example-nominees = Điển hình của đơn vị mới duyệt, kết quả chưa nổi bật.
reason-example-delegate = Duy trì ba năm liền, nhiều nơi đã làm theo.
reason-example-document = Bản này chưa có chữ ký của thủ trưởng đơn vị.
reason-example-due = Đơn vị đang chống dịch, cần thêm thời gian.
reason-example-person = Chuyển công tác từ 1/9/2021.
reason-example-ground = Nghị quyết số 1664/NQ-UBTVQH15
reason-example-activity = Ghi nhầm ngày, hoạt động đã được ghi ở chỗ khác.
reason-example-award = Thành tích chưa có số liệu so sánh với năm trước.
notice-exemplar-approve = Approved by { $office }: <b>{ $code }</b> “{ $name }”.
notice-exemplar-return = On behalf of { $office }, please complete <b>{ $fields }</b> of { $code } “{ $name }”: «{ $reason }»
notice-exemplar-reject = Not approved by { $office }: <b>{ $code }</b> “{ $name }”. Reason: «{ $reason }»
notice-exemplar-reopen = Reopened by { $office }: <b>{ $code }</b> “{ $name }” waits for review again. Reason: «{ $reason }»
notice-filing-behalf = Handed in by { $office } ({ $who }) on behalf of { $unit }: <b>{ $duty }</b>, { $files ->
    [one] 1 file
   *[other] { $files } files
  }.
notice-filing-accept = Accepted by { $office }: <b>{ $duty }</b> of { $unit }.
notice-filing-return = Sent back by { $office }: <b>{ $duty }</b> of { $unit }: «{ $reason }» Please mend it and hand it in again.
notice-filing-reopen = Under review again by { $office }: <b>{ $duty }</b> of { $unit }. Reason: «{ $reason }»
news-sent-again = <b>{ $unit }</b> has mended and sent again <b>{ $code }</b> “{ $name }”.
news-filed = { $files ->
    [one] <b>{ $unit }</b> has handed in: { $duty } (1 file).
   *[other] <b>{ $unit }</b> has handed in: { $duty } ({ $files } files).
  }
news-filed-again = { $files ->
    [one] <b>{ $unit }</b> has handed in again: { $duty } (1 file).
   *[other] <b>{ $unit }</b> has handed in again: { $duty } ({ $files } files).
  }
waiting-line = Waiting: { $what }.
waiting-exemplars = { $n ->
    [one] 1 exemplar to review
   *[other] { $n } exemplars to review
  }
waiting-documents = { $n ->
    [one] 1 document to look at
   *[other] { $n } documents to look at
  }
waiting-documents-too = { $n ->
    [one] 1 document
   *[other] { $n } documents
  }
waiting-help = { $n ->
        [one] { $n } request for help
       *[other] { $n } requests for help
    }
waiting-overdue-registration = { $others ->
    [yes] { $n ->
        [one] 1 other unit overdue with its registration
       *[other] { $n } other units overdue with their registration
      }
   *[no] { $n ->
        [one] 1 unit overdue with its registration
       *[other] { $n } units overdue with their registration
      }
  }
waiting-overdue = { $others ->
    [yes] { $n ->
        [one] 1 other unit overdue with: { $duty }
       *[other] { $n } other units overdue with: { $duty }
      }
   *[no] { $n ->
        [one] 1 unit overdue with: { $duty }
       *[other] { $n } units overdue with: { $duty }
      }
  }
waiting-steps = { $n ->
    [one] one overdue fostering step
   *[other] { $n } overdue fostering steps
  } in { $units ->
    [one] one unit
   *[other] { $units } units
  }
waiting-review = See what waits
waiting-see-help = See requests for help
notice-mend-now = Change it now
notice-open = Open it

nudging-which = Nudge about what?
nudging-duty = { $units ->
    [one] { $duty } (1 unit)
   *[other] { $duty } ({ $units } units)
  }
nudging-nobody = No unit owes anything. There is nobody to nudge.
nudging-nobody-to-tell = { $units ->
    [one] <b>{ $duty }:</b> 1 unit has not done it, but nobody there is connected with the bot yet.
   *[other] <b>{ $duty }:</b> { $units } units have not done it, but nobody there is connected with the bot yet.
  }
nudging-preview = <b>{ $duty }:</b> { $units } { $units ->
    [one] unit
   *[other] units
  }, { $people } { $people ->
    [one] person
   *[other] people
  } will receive this. Preview:
nudging-send = Send
nudging-note = Edit my message
nudging-cancel = Cancel
nudging-cancelled = Nothing was sent.
nudging-note-ask = Your message at the top of the nudge (3–500 characters)?
nudging-note-length = The message needs 3 to 500 characters, for example: Đề nghị các đơn vị nộp trước thứ Sáu.
nudging-unconnected = Not connected, to be phoned ({ $n }):
nudging-unit-phone = – { $unit }: { $name }, { $phone } ({ $why })
nudging-why-blocked = blocked the bot
nudging-why-unconnected = never connected
nudging-why-failed = sending failed
nudging-unit-nobody = – { $unit }: no liaison yet
nudging-phone-part = Lines { $range }:
nudging-phone-file = To be phoned, as Excel
nudge-snoozed = You will be reminded again at { $when }.
nudge-acknowledged = Noted that you have understood. Thank you.
round-title = Nudge: <b>{ $duty }</b>
round-counts = Sent { $sent }, blocked { $blocked }, not connected { $unconnected }, failed { $failed }, done before sending { $dropped }.
round-pending = Still sending: { $n }…
round-maybe-repeated = May have been told twice: { $n } (the system or the line broke while sending).
round-refresh = Show the latest result

report-which = Which report? You may also type it in one line, for example: /baocao tonghop { $year }
report-which-of = Which report ({ $known })?
report-of-year = year { $year }
report-year = Which year?
report-scope = { $period }: all units or one?
report-scope-now = All units or one?
report-all-units = All units
report-one-unit = One unit
report-other-unit = Another unit
report-unit = Which unit?
report-unit-over = { $unit } has ended since this button was shown.
report-unit-taken-over = { $unit } has ended since this button was shown; { $successor } took over from it.
report-unknown = There is no report “{ $typed }”. The reports there are:
report-year-outside = The year { $year } is outside the Plan ({ $from }–{ $to }). Please choose a year within it.
report-year-not-begun = The year { $year } has not begun, so there is nothing to report yet. Please choose a year that has begun:
report-plan-not-begun = No report can be made yet: { $year } has not begun, and no other year of the Plan has.
report-period-not-begun = { $period } has not begun, so there is nothing to report yet. Please choose a year that has begun:
report-day-to-come = { $day } has not come yet, so there are no figures of that day. Please choose a year for the figures of now:
report-day-to-come-now = { $day } has not come yet, so there are no figures of that day. Press for those of now:
report-year-only = This report is made for a year only, with the figures of now. Please choose the year:
report-as-of = { $period }, as of { $day }
report-one-year = A report is made for one year. Which one?
report-one-at-once = One report is made at a time. Please choose:
report-one-unit-at-once = A report is of one unit or of all units. Please choose:
report-time-unclear = There is no report of “{ $words }”. Please choose a time, or type a day, for example: as of 15/9/2021.
report-field-none = The plan has no category “{ $words }”. Please choose:
report-field-choose = Choose a category
report-whole-year = Reports are of a whole year, with figures up to now; “{ $period }” cannot be taken alone.
report-only-now = “{ $report }” shows what is true now, or on a day with “until …” behind it; it is not made for a year or a period. Press to make it:
report-now-not-part = “{ $report }” shows what is true now, or on a day; “{ $period }” cannot be taken alone.
report-of-day = as of { $day }
chart-which = Which picture ({ $period }, { $scope })?
chart-which-year = Of which year?
chart-which-period = Of which year or period? One line is enough, such as “chart first half of 2022” or “chart until 15/9/2021”.
chart-time-unclear = There is no picture of “{ $words }”. Please choose a time, or type a day, for example: chart as of 15/9/2021.
chart-other-period = Another period
chart-one-year = A picture is of one year, so { $year } comes first.
chart-no-such-part = Pictures are of a year, a half-year, the whole period, or up to a day; “{ $period }” cannot be taken alone.
chart-in-reports = See it in a report
chart-one-unit-at-once = A picture is of one unit or of all units. Please choose:
chart-figures = { $met } of { $units } units have met their quota. Submitted: { $submitted }, of them approved: { $approved }. Missing to the minimums: { $missing }.
report-all-only = “{ $report }” is made for all units, not for one.
report-other-units = You can make reports of { $units } only, not of { $asked }.
report-own-units = You can make reports of { $units } only; the report below has no other units.
report-filter-open = Filter by kind, category, status
report-filter-none = <b>{ $report }</b>: no filter. Filter by what?
report-filter-now = <b>{ $report }</b>, only:
    { $filter }
report-filter-kinds = Kinds of units
report-filter-categories = Categories
report-filter-states = Status
report-filter-duties = Duties
report-filter-pick = { $part ->
    [kinds] Which kinds of units? With none chosen, all of them.
    [categories] Which categories? With none chosen, all of them.
    [duties] Which duties? With none chosen, all of them.
   *[states] Which statuses? With none chosen, all of them.
  }
report-filter-clear = No filter
report-filter-ready = Done, make the report
report-filter-back = Chosen
report-filtered = Filter: { $filter }
report-filter-unfit = “{ $report }” cannot be filtered by { $filter }. Please choose a report that can, or make it without the filter:
report-filter-gone = Kinds, categories or duties of the plan have changed since this button was shown. Press to make the report without a filter, or filter again:
chart-unfit = { $chosen ->
    [yes] This picture cannot be filtered by { $filter }.
   *[no] No picture can be filtered by { $filter }.
  } Please choose another way to see it, or see it without the filter:
chart-unfiltered = See it without a filter
report-unfiltered = Make it without a filter
report-filter-hint = You can filter, for example: “{ $kind }”, “category { $category }”, “approved”.
# [Cancel] stops the making of a report, as /huy does.
report-being-made = The report is being made… { $done }%
    { $report }
report-stop-in-words = I will send it as soon as it is ready. Type /huy to stop it.
report-stop = Cancel
report-again = Make it again
report-stopped = The report “{ $report }” is not made any more.
report-being-sent = The report “{ $report }” is ready and being sent to you, so it cannot be stopped any more.
report-over = The report “{ $report }” is not in the making: it was sent or stopped before.
report-made = The report “{ $report }” is ready.
report-just-sent = This report was sent just now, above; I make no second file.
report-refused = The report “{ $report }” was not made.
report-not-made = The report “{ $report }” could not be made. Please try again in a few minutes; if it still fails, contact { $contact }.
report-role-over = Your role has changed while the report “{ $report }” was being made, so the file is not sent.
report-by-link = The file { $name } ({ $size }) is larger than a chat can carry, so it comes as a link. Open it to download, within { $days } days:
    { $address }
file-too-large = The file { $name } ({ $size }) is larger than a chat can carry, so it cannot be sent. Look at it in the web chat, or contact { $contact }.
report-in-parts = The report “{ $report }” is larger than one file may be, so it comes in several parts, by unit.
report-part = part { $n }: { $units }
report-too-large = The report “{ $report }” is larger than one file may be, and cannot be divided by unit any further. Please ask for half a year, or filter by category or status.
report-caption = <b>{ $report }</b> { $year } – { $scope }
report-figure = { $label }: { $value }

# /tiendo: the names of the lists are buttons.

progress-none = Nothing yet
progress-short = Short
progress-overdue = Overdue, incomplete
progress-late = Late
progress-done = Done
progress-overview = All units
progress-lists-of-now = Lists of units and nudges are of now.
progress-list-of-now = The list “{ $list }” and nudges are of now; of the time above see the reports.
progress-title = <b>Progress of the registration</b> at { $at }
progress-no-registration = The plan asks no unit to register yet.
progress-due = Due { $day }.
progress-summary = { $units } { $units ->
    [one] unit
   *[other] units
  }: done { $done }, late { $late }, short { $short }, nothing yet { $none }. Overdue and incomplete: { $overdue }.
progress-other = { $duty }: { $units } { $units ->
    [one] unit has
   *[other] units have
  } not done it.
progress-list-title = <b>{ $list }</b>, units { $range }:
progress-list-empty = <b>{ $list }:</b> no unit.
progress-line = { $unit }: { $count }
progress-line-missing = { $unit }: { $count }, { $missing } missing
progress-line-overdue = { $unit }: { $count }, { $missing } missing, { $days } { $days ->
    [one] day
   *[other] days
  } overdue
progress-line-done = { $unit }: { $count }, done on { $day }
progress-line-late = { $unit }: { $count }, done on { $day }, { $days } { $days ->
    [one] day
   *[other] days
  } late
nudging-duty-list = { $duty } – { $list }
dues-title = The dues of the units:
dues-until = – { $duty }: by { $day }
dues-over = – { $duty }: was due on { $day }
dues-unset = – { $duty }: no date set yet
nudging-every-unit = A nudge goes to every unit that has not done what you choose, not to { $unit } alone. You see it before it is sent.
report-by-column = No report can be filtered by “{ $words }” yet. The detailed list (Excel) has columns for year of birth, sex, ethnicity, difficult area and direct labour, which you can filter in the file.
due-move-understood = Moving the due of <b>{ $duty }</b> ({ $unit }) to { $day }. Nothing has changed yet; you see a preview before you confirm.
