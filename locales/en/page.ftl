# Web chat: the page in the browser. Words and arguments only, nothing else of Fluent.

page-title = Advanced exemplars
page-rehearsal = Rehearsal
page-people = Be somebody
page-people-hint = Choose a person and chat with the bot in their place.
page-choose = Choose a person from the list to begin.
page-guide = Try it in two minutes
page-guide-register = Be a liaison, send /dangky and answer question by question.
page-guide-review = Be the Home Affairs Office, send /duyet and review what was sent.
page-guide-clock = Press “To the next due date”: units that are behind are nudged, and unread counts appear beside the names.
page-guide-report = Be the People's Committee leader, send /baocao and download the Excel report.
page-chat = Chat
page-chat-of = Chat of { $name }
page-messages = Messages
page-back = Back to the list
page-unread = { $count } unread messages

page-role-liaison = Liaison
page-role-head = Head of unit
page-role-officer = Home Affairs Office
page-role-manager = People's Committee leader
page-role-publicist = Publicist
page-role-newcomer = Not joined yet

page-clock = The rehearsal's clock
page-clock-move = Move the clock
page-clock-hour = +1 hour
page-clock-day = +1 day
page-clock-due = To the next due date

page-plain = As on Zalo
page-plain-hint = As on Zalo: type a number to choose; files come as links.
page-buttons-again = Buttons are back. Please choose:

page-write = Write a message
page-send = Send
page-send-command = Send this command
page-attach = Attach files
page-attach-photos = Attach photos
page-commands = Commands
page-no-commands = No commands yet. Send /start to begin.
page-keyboard = Ready answers
page-buttons = Choices
page-your-phone = Phone number to send
page-cancel = Cancel
page-empty = No messages yet.
page-begin = Begin
page-understood = Understood

page-from-bot = Bot:
page-from-you = You:
page-sent = Sent
page-sending = Sending…
page-uploading = Uploading
page-send-again = Send again
page-give-up = Discard
page-edited = edited
page-typing = The bot is writing
page-picture = Picture
page-download = Download
page-phone-shared = Phone number: { $phone }
page-new-messages = { $count } new
page-to-end = Newest
page-loading-older = Loading older messages…
page-no-chat = This chat cannot be opened. Please choose again from the list.
page-no-signal = Not sent yet, waiting for the connection.
page-offline = No connection. What you wrote is kept and will be sent when the signal is back.

page-sign-in = Sign in to the chat
page-sign-in-go = Sign in
page-sign-in-no-signal = The server cannot be reached. Please check your connection and try again.
page-code = Invitation code
page-code-empty = Please enter your invitation code, then choose Sign in.
page-code-hint = Eight letters and digits, given by the Home Affairs Office.
page-code-second = Joined on another device or channel already: send /taikhoan there and choose Use another channel too to get a code for this device.
page-session-over = You have been signed out on this device. Please enter a new code to come back.
page-devices-open = Devices and signing out
page-devices = Where you are signed in
page-devices-of = Account: { $name }
page-device-here = This device
page-device-seen = Last used: { $when }
page-sign-out = Sign out
page-sign-out-of = Sign out: { $device }
page-sign-out-title = Sign out on this device
page-sign-out-sure = To come back you will need a new code. It is best to send /taikhoan and get one before signing out; otherwise ask the Home Affairs Office.
page-sign-out-yes = Sign out
page-close = Close

page-error-bad-request = That request was not right. Please reload the page and try again.
page-error-not-found = This could not be found.
page-error-signed-out = You are not signed in.
page-error-elsewhere = This request came from another address and was not taken. The rehearsal opens only on the machine that runs it; the chat page works only at its own address.
page-error-too-big = The file is larger than 20 MB. Please compress or split it, then send it.
page-error-empty-file = The file is empty. Please check it.
page-error-too-long = The message is longer than 4,096 characters. Please split it.
page-error-server = The server has a problem. Please try again in a few minutes.
