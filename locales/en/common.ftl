# Roles, channels, states and sentences used in many places.
role-liaison = Liaison
role-head = Head of unit
role-officer = Officer of { $office }
role-manager = Leader of { $committee }
role-publicist = Publicist
channel-telegram = Telegram
channel-zalo = Zalo
channel-web = Web chat
status-submitted = waiting for review
status-approved = approved
status-returned = returned to be completed
status-rejected = not approved
status-withdrawn = withdrawn
office-contact = { $office }, phone { $phone }
yes = Yes
no = No
range = { $shape ->
    [all] ({ $total })
    [one] { $from } of { $total }
   *[some] { $from }–{ $to } of { $total }
  }
quota-least = { $min } or more
quota-expected = at least { $min }–{ $expected }
quota-least-counted = { $counted } so far, { $min } or more needed
role-in-unit = { $role }, { $unit }
due-unset = no date set yet
days-left = { $n ->
    [0] today is the last day
    [one] 1 day left
   *[other] { $n } days left
  }
days-late = { $n ->
    [one] 1 day overdue
   *[other] { $n } days overdue
  }
unit-several = Several units match: { $names }. Please type more of the name, for example: { $example }.
unit-many = { $more ->
    [one] Several units match: { $names } and 1 more. Please type more of the name, for example: { $example }.
   *[other] Several units match: { $names } and { $more } more. Please type more of the name, for example: { $example }.
  }
unit-none = There is no unit “{ $typed }”. Please type the name or the code of a unit, for example: { $example }.
error-not-joined = You have not joined yet. Please send the invitation code that { $office } gave you, for example: K7Q2-9M4D. If you have no code, please contact { $contact }.
unknown-command = There is no such command. Type /trogiup to see the commands you can use.
command-not-yours = The command { $command } is only for: { $who }. Type /trogiup to see your commands.
unhandled = I did not understand that. Type help (or /trogiup) to see what you can do. If the last message has lines to choose from, choose one of them.
button-over = This choice can no longer be used. Type /trogiup to see what you can do next.
update-failed = Sorry, your last message could not be handled, so nothing has changed (number { $id }). What was saved before is still there. Please send it again in a few minutes; if it fails again, please give this number to { $contact }.
rehearsal-newcomer = Newcomer

# Messages without words, edited ones, letters of an old font
sent-sticker = A sticker is no answer yet. Please type words, or choose one of the lines below.
sent-voice = I cannot hear voice messages. Please type your words and send them.
sent-video = I do not take videos. Please type words; as evidence, send photos, PDF, Word or Excel files when files are asked for.
sent-place = A place on the map is not stored. Where a place is asked for, please type the name of the village or quarter.
sent-unread = I cannot read this kind of message. Please type words and send them.
sent-file = The file was not stored anywhere: files are taken only when a question asks for them. Please choose what you want to do:
sent-contact-invite = The contact was not stored. To invite this person, make an invitation code:
group-left = I only work with one person at a time, so I am leaving. Please open { $bot } and write to me there.
edited-nothing = A message that is edited later is not recorded. To change what you sent, type /danhsach and open it; for anything else, type /trogiup.
legacy-font = Your message was typed in { $encoding ->
    [tcvn3] a TCVN3 font (.VnTime)
    [vni] a VNI font (VNI-Times)
    [vps] a VPS font
   *[utf8] another encoding
  }, so its accents are wrong and it was not recorded. It seems to say: “{ $read }”. If that is right, please copy this sentence and send it; otherwise please type it again in Unicode.

# Commands in the menu and in the help
command-start = Begin, or join with an invitation code
command-dangky = Register an exemplar
command-danhsach = List of exemplars
command-nhap = Drafts not finished yet
command-huy = Cancel what is being done
command-hannop = Duties and due dates
command-tieuchi = Selection criteria
command-tongket = Period summary and nominations
command-hoinghi = Conference of exemplars
command-baocaonam = Annual evaluation and report
command-nopvanban = Hand in a document (plan, report)
command-hoatdong = Log an activity with exemplars
command-tuyentruyen = Publicity of exemplars
command-giupdo = What units need
command-khenthuong = Awards: proposals, decisions
command-duyet = Review exemplars
command-dondoc = Nudge units that are behind
command-tiendo = Progress of the units
command-baocao = Excel reports
command-bieudo = Charts
command-moi = Invite somebody
command-nguoidung = People and their roles
command-suckhoe = State of the system
command-taikhoan = My account
command-ngonngu = Language (Ngôn ngữ)
command-trogiup = Help

# Buttons that run a command
do-dangky = Register an exemplar
do-danhsach = List of the unit
do-danhsach-all = List of exemplars
do-hannop = Due dates
do-tieuchi = Criteria
do-tongket = Period summary
do-hoinghi = Conference of exemplars
do-baocaonam = Annual report
do-nopvanban = Hand in a document
do-hoatdong = Log an activity
do-tuyentruyen = Log publicity
do-giupdo = Requests for help
do-khenthuong = Awards
do-duyet = Review exemplars
do-dondoc = Nudge
do-tiendo = Progress
do-baocao = Reports
do-bieudo = Charts
do-moi = Invite somebody
do-nguoidung = People
do-nhap = Drafts
do-suckhoe = State of the system
do-taikhoan = My account
do-ngonngu = Language (Ngôn ngữ)

help-intro = Your commands (type the command, or plain words such as register, list, report):
help-intro-words = Your commands (type the words that a line begins with; the Vietnamese ones work too):
help-words = { $words } – { $description }
help-line = /{ $command } – { $description }
help-guide = Guide with pictures: { $address }
help-guide-button = Guide with pictures
help-guide-file = Guide.html
help-guide-caption = The guide with pictures. Please open this file with a browser.
help-more = You can type another command in the middle of anything; what you have answered is kept. For help, please contact { $contact }.

account-name = <b>{ $name }</b>
account-phone = Phone number: { $phone }
account-role = { $role }: { $unit }
account-role-office = { $role }
account-channels = In use: { $channels }
account-second-channel = Use another channel too
account-link = Code to join on another channel or device: <b>{ $code }</b> (works once, until { $until }). Open the bot (or the sign-in page) there and send this code; a draft can then be continued in either place.
locale-ask = Choose a language. / Anh/chị chọn ngôn ngữ.
locale-vi = Tiếng Việt
locale-en = English
locale-chosen = English has been chosen.

health-clock = Clock: { $now }
health-clock-moved = <b>Note:</b> the clock does not show real time (CLOCK_START is set).
health-inbox = Messages waiting: { $pending } (the oldest for { $oldest } s). Messages that could not be handled: { $failed }.
health-failed = – Number { $id }, channel { $channel }: <code>{ $error }</code>
health-deliveries = Nudges and notices: waiting { $pending }, sent { $sent }, blocked { $blocked }, failed { $failed }.
health-maybe-repeated = May have been told twice: { $n } (interrupted while sending).
health-no-phone = <b>The plan file has no real phone number of { $office }</b> (bodies.officePhone), so people told to contact it cannot call. Tell the server's administrator.
health-backup = Newest backup: { $at } ({ $size } MB)
health-backup-old = <b>The backup is old:</b> the newest is of { $at } ({ $size } MB), { $days } days ago. Tell the server's administrator.
health-backup-none = <b>There is no backup yet.</b> Tell the server's administrator.
health-backup-failed = <b>The backup of { $at } failed</b> (<code>{ $error }</code>). Tell the server's administrator.
health-backup-by-hand = No nightly backup is set up (BACKUP_DIR).
health-channel-well = { $channel }: working
health-channel-trouble = { $channel }: <b>in trouble</b> ({ $trouble })

# Refusals: each says what to do
error-not-allowed = You may not do this. Type /trogiup to see your commands.
error-invitation-unknown = This invitation code is not right. Please check each character (the form is K7Q2-9M4D), or contact { $contact } for a new one.
error-invitation-used = This invitation code has been used. Please contact { $contact } for a new one.
error-invitation-expired = This invitation code has expired. Please contact { $contact } for a new one.
error-invitation-withdrawn = This invitation code has been withdrawn. Please contact { $contact } for a new one.
error-role-over = { $who } ended this role on { $when }. Type /nguoidung to see the present roles.
error-role-held = This person holds that role in { $unit } already. Nothing was changed.
error-last-officer = This is the last officer of { $office } who can use the bot. Please invite another one with /moi, and do this again once they have joined.
error-account-over = { $who } removed or moved this account on { $when }. Type /nguoidung to see the present channels.
error-account-of-another = This account belongs to another person. Please send the code again, and choose to move it if that is what you want.
error-person-unknown = This person was not found. Type /nguoidung to search again.
error-signed-in-already = { $who } is signed in in this browser. Entering with this code signs { $who } out here.
error-too-many-codes = Several wrong codes came one after another, so no code is taken for now. Please send the code you were given again after { $when }.
error-exemplar-not-found = This exemplar was not found among those you may see. Type /danhsach to see the list.
error-exemplar-already-decided = { $status ->
    [withdrawn] { $code } was withdrawn by its unit. Type /duyet to see the next one.
    [approved] { $code } was approved by { $who } at { $when }. Type /duyet to see the next one.
    [returned] { $code } was returned to be completed by { $who } at { $when }. Type /duyet to see the next one.
   *[rejected] { $code } was not approved by { $who } at { $when }. Type /duyet to see the next one.
  }
error-exemplar-changed = { $code } was changed after you opened it, so no decision was recorded. Look at it as it is now, then decide.
error-exemplar-not-editable = { $code } has been decided, so it can no longer be changed or withdrawn. If it needs to change, please contact { $contact }.
error-exemplar-not-decided = { $status ->
    [reopened] { $code } was reopened by { $who } at { $when }. Type /duyet to see what is next.
    [withdrawn] { $code } has been withdrawn by its unit. Type /duyet to see what is next.
   *[submitted] { $code } is waiting for review: there is no decision to take back. Type /duyet to see it.
  }
error-own-criterion-unknown = This criterion was not found in your units. Type /tieuchi to see them.
error-own-criterion-there = The unit has this criterion already. Type /tieuchi to see or change it.
error-own-criteria-full = The unit has { $most } criteria of its own, which is the most. Type /tieuchi, retire some, then add.
error-own-criterion-gone = Another person has just changed or retired this criterion. Type /tieuchi to see the present ones.
error-activity-not-found = There is no such activity that you may see.
error-activity-gone = This activity was withdrawn. Type /hoatdong to log another.
error-activity-changed = Another person has just mended this activity, so your change was not saved. Open it again to see it, then mend it.
error-help-not-found = There is no such request for help that you may see.
error-help-closed = { $who } has closed this request. Type /giupdo to see others.
error-help-taken = { $who } has taken this request up. Type /giupdo to see others.
error-filing-not-found = This document was not found in your units. Type /hannop to see what has to be handed in.
error-filing-already-decided = { $status ->
    [accepted] This document was accepted by { $who } at { $when }. Type /duyet to see what is next.
   *[returned] This document was sent back by { $who } at { $when }. Type /duyet to see what is next.
  }
error-filing-superseded = The unit has handed in a newer version, so this one needs no decision. Type /duyet to see the new one.
error-exemplar-withdrawn = { $code } was withdrawn by { $who } at { $when }, so it can no longer be changed. To register it again, type /dangky.
error-file-too-big = The file “{ $name }” is larger than 20 MB. Please compress it, or photograph its pages one by one, and send that.
error-file-type = The file “{ $name }” is not a picture, PDF, Word or Excel file, so it was not accepted. Please save it as one of these and send it.
error-file-not-text = The file “{ $name }” is not plain text (it may be Word, Excel, PDF or of an old encoding), so it was not accepted. Please save it as plain text, UTF-8, with the ending .yaml, and send it.
error-file-password = The file “{ $name }” has a password, so it was not accepted: reviewers cannot open it. Please open it, remove the password, save it again{ $instead ->
    [docx] {" "}as .docx
    [xlsx] {" "}as .xlsx
   *[other] {""}
  } and send that.
error-file-macros = The file “{ $name }” has macros (programs that run with it), so it was not accepted. Please save it as { $instead ->
    [xlsx] .xlsx
   *[other] .docx
  } without macros, or as PDF, and send that.
error-file-broken = The file “{ $name }” is damaged or packed in an unusual way, so it was not accepted. Please open it, save it as a new file and send that.
error-file-identity-number = The name of the file “{ $name }” holds what looks like an identity-card number, so the file was not accepted. Such numbers and pictures of identity cards are not taken. If it is other evidence, please rename the file and send it again.
error-storage-full = The server has no room left, so this file was not taken. What you sent before is kept. Please tell { $contact }, and send the file again later.
error-file-empty = The file “{ $name }” is empty. Please check it and send it again.
error-no-unit-late = No unit has an overdue duty, so no letter is needed. Type /baocao tonghop to see the progress.
error-no-chosen-late = None of the units you chose has such an overdue duty, so no letter is needed. Type /baocao congvan for the letter to all units that are late.
error-no-unit-late-then = At the end of { $day } none of the units asked about had an overdue duty, so there is no letter of that day. Type /baocao congvan for the letter of now.
error-no-room-for-file = The server has no room left, so the file you asked for could not be made or sent. Nothing is lost. Please tell whoever runs the server, and ask again later.
error-file-unavailable = The file “{ $name }” could not be fetched. Please send it again.
error-question-over = This file was not received because its question is over. Please go back to the chat to go on.
error-too-many-files = There are already { $max } files, so this one was not accepted. Choose Done to go on.
error-plan-closed = Plan { $plan } is closed: it can be read and reported, not changed. { $next ->
    [none] Type /baocao for a report.
   *[other] New work belongs to the plan { $next }: type /trogiup to choose it.
  }
error-unit-unknown = This unit was not found. Please start again with the command.
error-unit-changing = This unit has a change waiting for { $on }. Send /donvi and choose Coming changes to see it or take it back first.
error-unit-day-too-early = { $unit } exists since { $since }: a change cannot come before that day. Please choose another day.
error-unit-code-taken = The code { $code } belongs to another unit. Choose another one, such as { $code }2.
error-unit-change-over = This change has taken effect or was taken back. Send /donvi to see the units of today.
error-report-filter-gone = Kinds, categories or duties of the plan have changed since this filter was set. Type /baocao and filter again.
error-draft-gone = This draft has been sent or discarded. Type /nhap to see the drafts you still have.
error-draft-unreadable = Another release of this system wrote this draft, and it cannot be opened yet. What it holds is kept as it is. Contact { $contact } so that it can be opened again, or type /trogiup to begin a new one.

thanks = You are welcome. Type help to see what you can do.
thanks-in-form = You are welcome. The question above still waits for your answer.
command-which = Which of these do you want?
command-args-unused = The command { $command } does not use “{ $args }”.
unhandled-likely = Did you want:
wish-agreed = All right. If the last message has lines to choose from, they still wait for you. Type help to see what you can do.
wish-nothing-done = All right, nothing has been sent or changed: everything waits until you confirm it. When you need to, choose:
wish-no-pdf = The bot sends Excel and Word files, laid out for paper; it cannot send a PDF or print yet. Open the file and print it, or save it as PDF.
wish-no-forward = The bot cannot forward to other people yet. Forward the message with the file, or make the report again:
wish-no-broadcast = The bot cannot send announcements yet. You can nudge units about something they must hand in, with words of { $office }.
wish-no-import = The bot cannot import a list from an Excel file yet. Each exemplar is registered by its questions:
wish-no-audit = The bot has no general audit log yet. The history of an exemplar is in /hoso, that of a person under the button History:
