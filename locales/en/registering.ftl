# Registering an exemplar: questions, labels, examples.
register-title = Registration: { $name }
register-title-unnamed = Registration of an exemplar
register-unit = Which unit? Choose below or type its name.
register-unit-any = On behalf of which unit? Type its name or code.
register-unit-label = Unit
register-subject = Who is the exemplar?
register-subject-label = Kind
register-copy-old = Copy an earlier one
register-copy-which = Copy which one? The new one takes subject, category, representative and place. Name, achievements, figures, days and files are asked.
register-copied = Copy of <b>{ $code }</b> “{ $name }”. Does the new one use these lines? Name, achievements, figures, days and files are asked.
register-copied-label = Lines copied from an earlier one
register-copied-use = Use them
register-copied-each = Line by line
exemplar-copy = Copy to a new one
register-category = Category?
register-category-label = Category
register-see-criteria = See the criteria
register-name-model = Name of the exemplar? (3–200 characters)
register-name-person = Full name of the person?
register-name-label = Name of the exemplar
register-name-person-label = Full name
register-name-example = Làng Đê Kốp giữ gìn bản sắc văn hóa
register-name-person-example = Nguyễn Thị Hoa
register-duplicate = An exemplar with a similar name is registered: <b>{ $code }</b> “{ $name }” – { $unit } ({ $status }). Register this one all the same?
register-duplicate-label = Similar name
register-duplicate-register = Register anyway
register-duplicate-see = Look
register-duplicate-drop = Discard
register-duplicate-line = <b>{ $code }</b> “{ $name }” – { $unit } ({ $status })
register-duplicate-none = The exemplar with a name much like this one is no longer on the list. Register this one?
register-duplicate-files = Files of { $code } ({ $n })
register-birthYear = Year of birth? For example: 1975
register-birthYear-label = Year of birth
register-birthYear-bad = This year of birth is not right. Please type all four digits, for example: 1975.
register-birthYear-lunar = That is a day of the lunar calendar. Please give the year of birth by the solar calendar, for example: 1975.
register-sex = Sex?
register-sex-label = Sex
register-sex-male = Male
register-sex-female = Female
register-ethnicity = Ethnicity? For example: Ba Na. You may skip this.
register-ethnicity-label = Ethnicity
register-ethnicity-example = Ba Na
register-position = Position or occupation? For example: Trưởng thôn
register-position-label = Position, occupation
register-position-example = Trưởng thôn
register-leader = Does this person hold a leading or managing position?
register-leader-label = Leading position
register-leader-yes = Holds one
register-leader-no = Holds none
register-leads = A leader is registered together with the exemplary collective that they lead (Plan, { $clause }). Which collective is it?
register-leads-label = Leads the collective
register-leads-none = None yet
register-leads-draft = { $name } (draft)
register-leadsDraft-label = Leads the collective (draft)
a-draft = a draft
register-representative = Who represents the collective? For example: Ông A Nhưk, Trưởng thôn
register-representative-label = Representative
register-representative-example = Ông A Nhưk, Trưởng thôn
register-memberCount = How many people belong to the collective? For example: 25
register-memberCount-label = Number of people
register-memberCount-bad = Please write a whole number, 1 or more, for example: 25.
register-place = Place (hamlet, village, residential group)? For example: Làng Đê Kốp
register-place-label = Place
register-place-example = Làng Đê Kốp
register-difficult = Is it in a difficult or remote area?
register-difficult-label = Difficult area
register-difficult-yes = Difficult or remote area
register-difficult-no = Not in such an area
register-both-how = The next question asks whether the labour is direct. Where both have the same answer choose once: Both or Neither.
register-both-yes = Both
register-both-no = Neither
register-labour = Is it direct labour?
register-labour-label = Direct labour
register-labour-yes = Direct labour
register-labour-no = Not direct labour
register-summary = Summary of achievements (50–4,000 characters), with figures where possible. You may send several messages; at the end choose Done, or write Done as the last line.
register-summary-label = Summary of achievements
register-figures = The summary has no figures yet (how many households, how many hectares, what increase in per cent…). Would you like to add some?
register-figures-label = Figures
register-figures-more = Add figures
register-figures-leave = Leave it as it is
register-figures-write = Please send the figures, then choose Done.
register-criteria = Which criteria are met? Choose the lines, then choose Done. Type the unit's own criteria as a message.

    { $list }
register-no-criteria = No criterion is ticked. Is it right that this exemplar meets none of the plan's criteria?
register-only-own-criteria = There are only the unit's own criteria, and none of the plan's. Is that right?
register-no-criteria-label = No criterion ticked
register-no-criteria-choose = Tick criteria
register-no-criteria-none = Yes, it meets none
register-criteria-label = Criteria met
register-criteria-own = ; own criteria: { $own }
register-criteria-shown = { $n }/{ $of } criteria (no. { $numbers })
register-criterion-own = { $text } (the unit's own)
register-ownTicked-label = Own criteria ticked
register-ownCriteria-label = The unit's own criteria
register-movements = Which emulation movements does it come from? Choose the lines, then choose Done. You may skip this.
register-movements-label = Movements
register-impact = What effect does it have, and can it be replicated? (20–2,000 characters) You may send several messages; at the end choose Done, or write Done as the last line.
register-impact-label = Effect, replication
register-endorsedOn = On which day did the collective meet to endorse it? For example: 5/8/2021
register-endorsedOn-label = Endorsed on
register-endorsedOn-bad = This date is not right. Please type it like 5/8/2021 (day/month/year).
register-endorsedOn-future = The day of the meeting cannot be in the future. Please check it, for example: 5/8/2021.
register-endorsedOn-not-yet = If the meeting is still to come, press Save draft; after it press Continue and give its day, for example: 5/8/2021.
register-endorsedOn-lunar = That is a day of the lunar calendar. Please give the day by the solar calendar, for example: 5/8/2021.
register-minutes = Number of the minutes of that meeting? For example: 02/BB. You may skip this.
register-minutes-label = Minutes
register-minutes-example = 02/BB
register-files = Evidence: send pictures, PDF, Word or Excel files (up to 10, 20 MB each), then choose Done. You may skip this.
register-files-label = Evidence
register-files-shown = { $n ->
    [one] 1 file
   *[other] { $n } files
  }
register-exception = The unit has reached its maximum. Why does it need to register more? (10–500 characters)
register-exception-label = Reason for exceeding the quota
register-exception-example = Phong trào của đơn vị có thêm mô hình nổi bật
register-confirm = Please look it over a last time. Registration by <b>{ $unit }</b>:
register-confirm-label = Look over
register-late = <b>Registration is past its due date.</b> It is still accepted and will be marked as late.
register-extra = The unit reached its minimum in time: this one is an addition, not late.
register-over = The unit already has { $counted } exemplars; its maximum is { $max }. This one needs a reason in order to be considered as an exception.
register-send = Send to { $office }
register-sent = Sent: <b>{ $code }</b> “{ $name }”. { $unit }: { $count }.
register-sent-again = Sent again: <b>{ $code }</b> “{ $name }”. { $unit }: { $count }.
register-sent-late = It is marked as late.
register-sent-extra = It is an addition, not late.
register-sent-over = It exceeds the quota and waits for { $office } to accept it.
register-next = Register another
mend-other-open = { $who } has this exemplar open too, since { $when }.
mend-only = Only the lines that you were asked to complete can be changed: <b>{ $lines }</b>. The others can be read below; to change one, choose { $other }.
mend-all-open = All lines are open: choose { $edit }. Your reason is kept with the exemplar.
mend-beyond = You changed lines that you were not asked to complete: <b>{ $lines }</b>. Please say why.
mend-changed = <b>The exemplar has changed since you opened it:</b>
mend-changed-theirs = – <b>{ $line }</b> ({ $who }, { $when }): { $before } → { $now }
mend-changed-both = – <b>{ $line }</b> ({ $who }, { $when })
    before: { $before }
    now: { $now }
    yours: { $mine }
mend-taken-in = These changes are in your draft now, and what you changed is kept. Please look it over and send it.
mend-conflict = <b>The exemplar has changed since you opened it, also in lines that you are changing.</b> Nothing was sent. Keep yours or take the new version?
mend-conflict-label = Lines that both changed
mend-keep-mine = Keep mine
mend-take-theirs = Take the new one
mend-keep-all = Keep all of mine
mend-take-all = Take all of the new ones
mend-each = Choose line by line
mend-keep-which = Which lines stay as yours? Those not chosen are taken as they are now. Then choose Done.
mend-unsent = What you changed was not sent. The draft is kept:
register-mend-other = Change another line
register-otherReason = Why must a line be changed that you were not asked to complete? (10–500 characters) The reason is kept with the exemplar.
register-otherReason-label = Reason for other changes
register-otherReason-example = A new village head was elected, so the representative changes
mend-intro = To complete <b>{ $code }</b> “{ $name }”. Reason: «{ $reason }»

list-title = Exemplars { $range }:
list-line = <b>{ $code }</b> { $name } – { $status }
list-plain-line = – <b>{ $code }</b> { $name }
list-unit = { $unit }
list-more = Next page ›
list-to-sign = List to sign { $year }
list-empty = No exemplar has been registered yet. Type /trogiup to see what you can do.
list-empty-approved = No exemplar has been approved yet. Type /danhsach to look again later.
exemplar-head = <b>{ $code }</b> “{ $name }”
    { $unit } – <b>{ $status }</b>
exemplar-late = Handed in late
exemplar-extra = Addition (the unit reached its minimum in time)
exemplar-supplemented = Supplemented after the due, on { $day }
exemplar-over = <b>Exceeds the quota</b>
exemplar-exception-none = no reason given (reopened when the unit had filled its quota)
exemplar-sent = Sent by: { $who }, { $when }
exemplar-reason = { $who }, «{ $reason }»
exemplar-reason-label = Remarks
exemplar-files = Evidence files ({ $n })
exemplar-file-unread = The file “{ $name }” of { $code } cannot be opened. Please ask the unit to send it again.
exemplar-files-none = No file has come with { $code }.
submissions-open = Files of earlier submissions
submissions-title = <b>{ $code }</b> “{ $name }” was sent { $n ->
    [one] once
   *[other] { $n } times
  }. The files of each time, as they were then:
submission-line = – No. { $n }, { $when }, { $who }: { $files }
submission-no-files = no files
submission-files = See the files of no. { $n }
submission-of = { $code }, no. { $n }
exemplar-mend = Change
exemplar-withdraw = Withdraw
exemplar-review = See it for review
exemplar-decision = See the review
withdraw-ask = Withdraw <b>{ $code }</b> “{ $name }”? It will no longer count towards the quota.
withdraw-yes = Withdraw it
withdraw-no = Do not withdraw
withdrawn = <b>{ $code }</b> “{ $name }” is withdrawn.
criteria-general = <b>General criteria</b>
    { $general }

    Choose a category to see its own criteria.
criteria-choose-this = Choose this category
criteria-category = <b>{ $name }</b> (Plan, { $clause })
    { $lines }

duties-unit = <b>{ $unit }</b>
duties-none = Nothing to hand in now: no open plan asks this unit for anything.
duties-see-document = See document: { $what }
filing-title = Handing in a document
filing-duty = Hand in which document?
filing-duty-label = Document
filing-files = Please send the files of <b>{ $duty }</b> (PDF, Word, Excel or pictures; up to 10 files), then choose Done.
filing-done = { $files ->
    [one] Received <b>{ $duty }</b> of { $unit }: 1 file.
   *[other] Received <b>{ $duty }</b> of { $unit }: { $files } files.
  }
filing-late = The document is marked as late.
filing-replaces = It replaces the one handed in before; that one is kept too.
filing-supplement = It is marked as completed after the due date, which is not late: the first version was on time.
filing-unit-any = Hand in on behalf of which unit? Type its name or code.
filing-behalf = You are handing in on behalf of <b>{ $unit }</b>. The history says so. { $told }
filing-behalf-done = Recorded as handed in by { $office } on behalf of { $unit }. { $told }
filing-signed-list = { $list } (optional)

# Documents that were handed in: to read, to review
documents-of = Documents that <b>{ $unit }</b> has handed in. Which one would you like to see?
document-title = <b>{ $duty }</b> – { $unit }
document-title-plain = { $duty } – { $unit }
document-version = Version { $version }/{ $versions }: <b>{ $status }</b>
document-status-submitted = waiting
document-status-accepted = accepted
document-status-returned = sent back
document-filed = Handed in by: { $who }, { $when }
document-filed-behalf = Handed in by: { $who } ({ $office }), on behalf of { $unit }, { $when }
document-late = <b>Handed in late</b> (due { $day })
document-supplement = Completed after the due date ({ $day }); the first version was on time
document-files = Files ({ $n }): “{ $names }”
document-see = See document
document-see-version = See document (version { $version })
document-versions = Versions handed in ({ $n })
document-file-again = Hand in again
document-file-new = Hand in a new version
document-review = See it for review
document-history-submit = – { $when }, { $who } ({ $channel }): handed in
document-history-accept = – { $when }, { $who } ({ $channel }): accepted
document-history-return = – { $when }, { $who } ({ $channel }): sent back, «{ $reason }»
document-history-reopen = – { $when }, { $who } ({ $channel }): reopened, «{ $reason }»

exemplar-codes-which = There are several codes in the message. Which exemplar do you want to open?
list-none-such = No exemplar was found that fits “{ $typed }”.
list-approved-only = You can see approved exemplars only.
list-own-units = You can see the exemplars of your own units only, not of { $unit }.
list-filter = Filtered by: { $filter }.
list-filter-none = Show all
criteria-none-such = There is no category “{ $typed }”.

# A unit's own criteria (Plan, II.2, III.2).
own-criteria = The unit's own criteria
own-criteria-unit = The own criteria of which unit?
own-criteria-of = <b>Own criteria of { $unit }</b> ({ $n }). At a registration they are ticked together with the plan's.
own-criteria-none = <b>{ $unit }</b> has no criteria of its own yet. A unit sets criteria that suit it; once there, they are ticked at a registration together with the plan's.
own-criteria-line = { $n }. { $text }{ $whom }
own-criteria-add = Add a criterion
own-criteria-history = History of changes
own-criteria-history-of = <b>{ $unit }</b> – history of its own criteria, the newest first:
own-criteria-back = The unit's criteria
own-criterion = <b>{ $unit }</b> – own criterion{ $whom }: { $text }
own-criterion-ticked = { $n ->
        [0] No exemplar was ticked with it.
        [one] One exemplar was ticked with it.
       *[other] { $n } exemplars were ticked with it.
    }
own-criterion-change = Change the criterion
own-criterion-retire = Retire
own-criterion-retire-ask = Retire the criterion “{ $text }”? Exemplars that were ticked with it keep it; new ones cannot choose it any more.
own-criterion-retire-yes = Retire the criterion
own-criterion-retire-no = Keep the criterion
own-criterion-retired-now = The criterion has been retired.
own-criterion-title = The unit's own criterion
own-criterion-label = Words of the criterion
own-criterion-words = A new criterion of <b>{ $unit }</b>? ({ $min }–{ $max } characters) For example: Giữ được đội cồng chiêng của làng
own-criterion-new-words = The criterion is: “{ $before }”. How should it read? ({ $min }–{ $max } characters) Exemplars that were ticked with it keep the old words.
own-criterion-length = A criterion needs { $min } to { $max } characters (now { $have }). For example: Giữ được đội cồng chiêng của làng
own-criterion-for = Whom is this criterion for?
own-criterion-for-both = Both: { $collective }, { $individual }
own-criterion-saved = The criterion has been added.
own-criterion-saved-again = The criterion has been changed. Exemplars that were ticked with it keep the old words.
own-criterion-added = – { $when }, { $who } ({ $via }): added “{ $text }”
own-criterion-changed = – { $when }, { $who } ({ $via }): changed “{ $before }” to “{ $text }”
own-criterion-retired = – { $when }, { $who } ({ $via }): retired “{ $text }”
