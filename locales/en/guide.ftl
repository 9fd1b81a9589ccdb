# The guide with pictures (src/guide): a page at /huong-dan, one for each role.
guide-of-liaison = Guide for liaisons
guide-of-officer = Guide for { $office }
guide-of-reader = Guide for leaders and readers
guide-other-language = Tiếng Việt
guide-intro = Everything is done by sending messages. Press a button where there is one; on Zalo type the number of the line that you choose. Names and figures in the pictures are examples.
guide-contact = If you have questions, please contact { $contact }.
guide-join = Join with an invitation code
guide-join-text = You get a code such as <b>K7Q2-9M4D</b> from { $office }. Open the bot and send that code as a message.
    If the unit is yours choose <b>Yes, I accept</b>, then send your name and your phone number. A code works once, for 14 days.
guide-register = Register an exemplar
guide-register-text = Type <b>register</b>. The bot asks one question at a time, with its number. What you have answered is kept.
    After a wrong answer choose <b>Back</b>. A question that need not be answered has <b>Skip</b>.
guide-zalo = On Zalo: type a number to choose
guide-zalo-text = Zalo has no buttons. Each choice is a line with a number: type it, for example <b>2</b>, or type the words of the line.
    Where the answer is itself a number (a year, how many people) the lines have letters, A, B, C.
guide-criteria = Tick the criteria that are met
guide-criteria-text = Press the lines, or type several numbers at once: <b>1, 3</b>. The unit's own criteria are typed as a message.
    Then choose <b>Done</b>.
guide-files = Send evidence
guide-files-text = Send photos, PDF, Word or Excel files, 10 at most, 20 MB each. The bot says which arrived. On Zalo it sends a link to a page that takes files.
    Then choose <b>Done</b>. Please send no pictures of identity cards.
guide-send = Look it over, then send
guide-send-text = The bot shows everything. To change a line choose <b>Change</b> and the line. When all is right choose the button that sends it to { $office }.
guide-paused = Stop in the middle, go on later
guide-paused-text = You can type another command at any time: your answers are kept. Choose <b>Continue</b> to go on, or type <b>drafts</b>.
guide-returned = An exemplar that was returned
guide-returned-text = The message says what is missing. Choose <b>Change it now</b>: the bot opens that very question. Then send it again.
guide-dues = Due dates and documents
guide-dues-text = Type <b>dues</b> to see what your unit still owes, and until when. Type /nopvanban to hand in a plan or a report.
guide-nudge = Reminders
guide-nudge-text = Near a due date the bot reminds you of what is missing. Choose to be reminded tomorrow, or that you understood.
guide-trouble = When you do not know what to do
guide-trouble-text = Type <b>help</b>: the bot shows everything that you can do. Type <b>hello</b>: it says what to do next.
    Letters with wrong accents come from an old font (.VnTime, VNI): please type them again in Unicode.
guide-invite = Invite liaisons
guide-invite-text = Type <b>invite</b>, choose a role and a unit. Forward the message with the code as it stands.
    For many people at once choose to invite several, then paste a list or send an Excel file.
guide-review = Review exemplars
guide-review-text = Type <b>review</b> and open them one by one. One screen has everything: criteria, files, similar exemplars. Then approve it, return it or turn it down.
guide-sent-back = Return one to be completed
guide-sent-back-text = Choose to return it, tick the lines, write why. The unit gets at once what the picture shows; when it comes again you see what changed.
guide-nudging = Nudge units that are behind
guide-nudging-text = Type /dondoc and choose a duty. The bot shows who will get what before anything is sent. It also reminds people by itself, on the plan's days.
guide-report = Get a report
guide-report-text = Type <b>report</b> and choose, or type one line: <b>/baocao tonghop 2021</b>. The Excel file can be printed and signed as it is.
guide-office = People and the system
guide-office-text = <b>/nguoidung</b>: who holds which role; end a role, move a person to another unit, remove an account.
    <b>/suckhoe</b>: messages that wait, backups, trouble of each channel.
guide-head = Follow a unit
guide-head-text = A head types <b>dues</b> to see what the unit still owes, and is told when it is late. Type <b>list</b> to see the exemplars.
