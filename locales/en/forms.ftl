# The frame of every form: buttons, reminders, what is wrong with an answer.
form-back = Back
form-skip = Skip
form-save = Save draft
form-done = Done
form-keep = Keep as it is
form-edit = Change
form-cancel = Cancel
form-page-before = ‹ Previous page
form-page-after = Page { $n }/{ $of } ›
form-remove-file = Remove a file
form-remove-own = Remove own criteria
form-own-removed = The criterion “{ $own }” was removed.
form-file-which = Remove which file?
form-file-removed = “{ $name }” was removed.
form-file-gone = This file is no longer here. Please choose again, or choose Done.
form-files-so-far = { $n } of { $max } files received: “{ $names }”.
form-files-more = { $n } of { $max } files received. Send more, or choose Done.
form-share-phone = Share phone number
form-own-contact = This is not your own number. Please choose Share phone number, or type your number, for example: 0905 123 456.
form-command-meant = If you meant “{ $what }”, type { $command }.
form-noted = Noted.
form-so-far = So far:
form-begun-anew = Being rewritten:
form-begun-more = With what was added:
form-begun-new = Newly written:
form-write-more = Add to it
form-write-anew = Write it again
form-remove-piece = Take back the last part
form-write-more-how = Write what is to be added and send it; it goes behind what stands there. When it is complete, choose Done.
form-write-anew-how = Write it again and send it. What stands there is replaced only when you choose Done; to leave it, choose Keep as it is.
form-write-more-line = Type what is to be added; it goes behind the present answer.
form-write-anew-line = Type the answer again. The present one stays until you send the new one.
form-added-behind = This goes behind what stands there. To replace what stands there, choose Write it again; to drop this part, choose Keep as it is.
form-added-instead = Together with what stands there it would be too long, so this is kept as the new text. To keep what stands there, choose Keep as it is.
form-piece-removed = Taken back: “{ $piece }”. { NUMBER($have, useGrouping: "true") }/{ NUMBER($max, useGrouping: "true") } characters are left.
form-skipped = (skipped)
form-saved = The draft “{ $title }” is saved. Choose Continue at any time, or type /nhap.
form-discarded = The draft is discarded. Type /trogiup to see what you can do next.
form-edit-which = Which line would you like to change?
form-step-over = That step is over. This is the present one:
form-moved-elsewhere = This form has moved on in another channel, so your last answer was not recorded. This is the present question:
form-line-locked = The line “{ $line }” was not asked to be completed, so it stays closed. To change it, choose { $opener } and say why.
form-edited-message = A message that was changed afterwards is not taken. To change an earlier answer, choose Back; to answer this question, send a new message.
form-no-file-here = This question takes no file. Please answer the question below; files are asked for later.
form-not-understood = Please answer this question in words or with one of the choices below. Type your answer and send it.
form-choose-line = It is not clear which line you mean. Please type the number before it, or its exact words.
form-choose-button = Please choose one of the lines below, or type its exact words.
form-not-optional = This question needs an answer and cannot be skipped.
form-no-identity-number = The system does not accept identity-card numbers; please do not send them. Your last answer was not recorded; please answer again without that number.
form-line-length = The answer needs { NUMBER($min, useGrouping: "true") } to { NUMBER($max, useGrouping: "true") } characters. For example: { $example }
form-line-talk = “{ $typed }” does not look like an answer, so it was not kept. For example: { $example }
form-talk = “{ $typed }” does not look like an answer, so it was not kept. For help, type /trogiup.
form-name-talk = “{ $typed }” does not look like a name, so it was not kept. Please type the full name, for example: { $example }
form-name-question = That looks like a question, so it was not kept as the name. For help, type /trogiup. A name looks like this: { $example }
form-name-phone = That is a phone number; this question asks for a name. For example: { $example }
form-name-more = This asks for the name alone, without a year of birth or a phone number, so the message was not kept. For example: { $example }
form-name-no-letters = A name has letters. For example: { $example }
form-capitals = Write the name as “<b>{ $name }</b>”?
form-capitals-label = Capitals in the name
form-capitals-yes = Yes, that is right
form-capitals-keep = Keep it as typed
form-text-too-short = { NUMBER($have, useGrouping: "true") } characters so far, at least { NUMBER($min, useGrouping: "true") } are needed. Please write more, then choose Done.
form-text-too-long = The text has { NUMBER($have, useGrouping: "true") } characters, more than { NUMBER($max, useGrouping: "true") }. Your last message was not recorded; please send a shorter one, or choose Done if it is enough.
form-paste-too-long = The text is longer than { NUMBER($max, useGrouping: "true") } characters, so no part of it was kept, nor the messages that the phone split it into. Please send it again shorter, or choose Done if there is enough.
form-paste-follows = That message looks like the rest of the text that was too long, so it was not stored. If it is your answer, please send it again.
form-text-added = Recorded, { NUMBER($have, useGrouping: "true") }/{ NUMBER($max, useGrouping: "true") } characters so far. Write on, or choose Done.
form-tick-one = Please choose at least one line, then choose Done.
form-no-such-line = There is no such line. Please type numbers from 1 to { $last }, for example: 1, 3 or 2-4.
form-no-such-mark = There is no line “{ $mark }”. Please type your answer in full, or choose again.
form-own-added = Added to the unit's own criteria: “{ $own }”. Choose more, or choose Done.
form-own-too-short = A criterion of the unit's own needs at least { $min } characters. To choose one that is there, choose it in the list; when that is all, choose Done.
form-several-how = To be faster send one message, one line for each: { $labels }.
form-several-noted = Noted
form-several-unread = The line “{ $line }” is no answer to { $label }, so nothing of that message was kept.
form-word-kept = “{ $typed }” was kept as the answer; to change it choose Back.
form-send-file = Please send a file (picture, PDF, Word, Excel), then choose Done.
form-file-not-here = A file sent in the chat does not arrive here. Please send it on the page below, then choose Done.
form-file-not-yet = A file sent in the chat does not arrive here. Please answer the question below; when files are asked for, there will be a link to send them.
form-files-full = There are { $max } files already, as many as there may be. Choose Done to go on.
form-files-too-many = There are { $n } files, and at most { $max } can be kept. Please choose Remove a file, then Done.
form-file-arrived = “{ $name }” has arrived ({ $n }/{ $max }). { $left ->
        [0] That is all there may be: choose Done to go on.
       *[other] Send more, or choose Done.
    }
form-album-arrived = The files arrived; there are now { $n } of { $max }: “{ $names }”. { $left ->
        [0] That is all there can be; choose Done to go on.
       *[other] Send more, or choose Done.
    }
form-photo-name = Photo { $n }.jpg
form-caption-identity-number = The caption holds what looks like an identity-card number, so it is not used as a name. If this is a picture of an identity card, please choose Remove a file.
form-file-again = The file “{ $name }” has arrived before ({ $n }/{ $max }). { $left ->
        [0] There are as many as there may be: choose Done to go on.
       *[other] Send another one, or choose Done.
    }

draft-continue = Continue
draft-later = Later
draft-discard = Discard draft
draft-keep = Keep draft
draft-not-kept = What you have just sent was not kept anywhere.
draft-resume = You have not finished “{ $title }”{ $at ->
        [question] , question { $place }.
        [end] ; only the last step is left.
       *[within] .
    }
draft-paused = “{ $title }” is paused{ $at ->
        [question] {" "}at question { $place }
        [end] {" "}at the last step
       *[within] {""}
    }; your answers are kept. Choose Continue to go on.
draft-discard-ask = Keep or discard the draft “{ $title }”? A discarded draft cannot be brought back.
draft-kept = The draft “{ $title }” is kept. Choose Continue at any time, or type /nhap.
draft-discarded = The draft “{ $title }” is discarded. Type /trogiup to see what you can do next.
draft-line = { $title }{ $at ->
        [question] , question { $place }
        [end] , last step
       *[within] {""}
    }
drafts-title = Your drafts ({ $n }):
drafts-none = You have no drafts.
drafts-unreadable = { $n ->
    [one] One draft
   *[other] { $n } drafts
 } written by another release cannot be opened yet; what is in there is kept.
cancel-nothing = You are not in the middle of anything. Type /trogiup to see the commands.
