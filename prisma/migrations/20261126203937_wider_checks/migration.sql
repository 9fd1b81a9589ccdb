-- Three CHECKs were narrower than what the program writes.
-- A person who has joined and shows a code is counted by person.
ALTER TABLE "code_attempt" DROP CONSTRAINT "code_attempt_who",
  ADD CONSTRAINT "code_attempt_who" CHECK ("who" ~ '^(account|address|person):');
-- Any type that RFC 6838 allows: a file that is refused later has passed through a chat by then.
ALTER TABLE "chat_file" DROP CONSTRAINT "chat_file_mime",
  ADD CONSTRAINT "chat_file_mime" CHECK ("mime" ~ '^[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*$');
-- A rehearsal may begin in any year to 2199 (CLOCK_START) and go on from there.
ALTER TABLE "exemplar" DROP CONSTRAINT "exemplar_year",
  ADD CONSTRAINT "exemplar_year" CHECK ("year" BETWEEN 2000 AND 2300);
ALTER TABLE "exemplar_counter" DROP CONSTRAINT "exemplar_counter_year",
  ADD CONSTRAINT "exemplar_counter_year" CHECK ("year" BETWEEN 2000 AND 2300);
ALTER TABLE "filing" DROP CONSTRAINT "filing_year",
  ADD CONSTRAINT "filing_year" CHECK ("year" = 0 OR "year" BETWEEN 2000 AND 2300);
ALTER TABLE "nudge" DROP CONSTRAINT "nudge_year",
  ADD CONSTRAINT "nudge_year" CHECK ("year" = 0 OR "year" BETWEEN 2000 AND 2300);
ALTER TABLE "nudge_round" DROP CONSTRAINT "nudge_round_year",
  ADD CONSTRAINT "nudge_round_year" CHECK ("year" = 0 OR "year" BETWEEN 2000 AND 2300);
ALTER TABLE "exemplar" DROP CONSTRAINT "exemplar_birth_year",
  ADD CONSTRAINT "exemplar_birth_year" CHECK ("birth_year" BETWEEN 1850 AND 2300);
