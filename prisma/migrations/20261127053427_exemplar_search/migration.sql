-- AlterTable
ALTER TABLE "unit" ADD COLUMN     "former_names" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "exemplar_search" (
    "exemplar_id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "exemplar_search_pkey" PRIMARY KEY ("exemplar_id")
);

-- CreateIndex
CREATE INDEX "exemplar_search_year_exemplar_id_idx" ON "exemplar_search"("year" DESC, "exemplar_id" DESC);

-- CreateIndex
CREATE INDEX "exemplar_search_words_idx" ON "exemplar_search" USING GIN ("words");

-- AddForeignKey
ALTER TABLE "exemplar_search" ADD CONSTRAINT "exemplar_search_exemplar_id_fkey" FOREIGN KEY ("exemplar_id") REFERENCES "exemplar"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Words of a text as /tracuu compares them: small letters and digits without accents. A word with
-- an apostrophe is there whole and in its parts (H'Neng: hneng, h, neng).
CREATE FUNCTION "fold_words"("given" text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
  "signed" text := translate("given", '’‘‛ʹʻʼʽˈˊˋ′‵`´＇ꞌ', '''''''''''''''''''''''''''''''''');
  "plain" text := lower(translate(
    regexp_replace(normalize("signed", NFKD), '[\u0300-\u036f]', '', 'g'), 'ĐÐƉɃđðɖƀ', 'DDDBdddb'));
  "joined" text := replace("plain", '''', '');
BEGIN
  RETURN array_remove(regexp_split_to_array(
    CASE WHEN "joined" = "plain" THEN "plain" ELSE "plain" || ' ' || "joined" END, '[^a-z0-9]+'), '');
END
$$;

-- Whose exemplar it is, and was: the unit that registered it, those that took over, the one of now.
CREATE FUNCTION "units_of_exemplar"("registered" integer, "now" integer) RETURNS integer[]
LANGUAGE sql STABLE
AS $$
  WITH RECURSIVE "way"("id", "length") AS (
    SELECT "registered", 0
    UNION ALL
    SELECT u."successor_id", w."length" + 1 FROM "way" w JOIN "unit" u ON u."id" = w."id"
    WHERE u."successor_id" IS NOT NULL AND w."id" <> "now" AND w."length" < 30)
  SELECT array_agg("id") || "now" FROM "way"
$$;

CREATE FUNCTION "words_of_exemplar"("e" "exemplar") RETURNS tsvector
LANGUAGE plpgsql STABLE
AS $$
DECLARE
  "ids" integer[];
  "units" text;
BEGIN
  IF e."origin_unit_id" IS NULL THEN
    "ids" := ARRAY[e."unit_id"];
  ELSE
    "ids" := "units_of_exemplar"(e."origin_unit_id", e."unit_id");
  END IF;
  SELECT string_agg(concat_ws(' ', u."code", u."name", u."short", replace(u."short", ' ', ''),
    array_to_string(u."former_names", ' ')), ' ') INTO "units" FROM "unit" u WHERE u."id" = ANY ("ids");
  RETURN array_to_tsvector(
    "fold_words"(concat_ws(' ', e."code", e."name", e."representative", e."place", "units"))
    || array_remove(string_to_array(e."search_name", ' '), '')
    || ARRAY['o=' || e."subject", 'c=' || e."category", 'u=' || e."unit_id", 'p=' || e."submitted_by_id", 'y=' || e."year"]);
END
$$;

CREATE FUNCTION "index_exemplar"() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  INSERT INTO "exemplar_search" ("exemplar_id", "year", "words") VALUES (NEW."id", NEW."year", "words_of_exemplar"(NEW))
  ON CONFLICT ("exemplar_id") DO UPDATE SET "year" = excluded."year", "words" = excluded."words"
  WHERE "exemplar_search"."words" <> excluded."words";
  RETURN NULL;
END
$$;

CREATE TRIGGER "exemplar_is_found" AFTER INSERT OR UPDATE OF "code", "year", "name", "search_name", "representative", "place",
  "category", "unit_id", "origin_unit_id", "submitted_by_id" ON "exemplar"
FOR EACH ROW EXECUTE FUNCTION "index_exemplar"();

-- A unit's names of before stay its names: the last twenty.
CREATE FUNCTION "keep_former_name"() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  NEW."former_names" := array_append(array_remove(array_remove(NEW."former_names", NEW."name"), OLD."name"), OLD."name");
  NEW."former_names" := NEW."former_names"[greatest(1, cardinality(NEW."former_names") - 19):];
  RETURN NEW;
END
$$;

CREATE TRIGGER "unit_keeps_former_name" BEFORE UPDATE OF "name" ON "unit"
FOR EACH ROW WHEN (NEW."name" IS DISTINCT FROM OLD."name") EXECUTE FUNCTION "keep_former_name"();

CREATE FUNCTION "index_exemplars_of_unit"() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  UPDATE "exemplar_search" s SET "words" = "words_of_exemplar"(e)
  FROM "exemplar" e
  WHERE e."id" = s."exemplar_id" AND (e."unit_id" = NEW."id" OR e."origin_unit_id" = NEW."id");
  RETURN NULL;
END
$$;

CREATE TRIGGER "unit_is_found" AFTER UPDATE OF "name", "short", "code" ON "unit"
FOR EACH ROW WHEN (NEW."name" IS DISTINCT FROM OLD."name" OR NEW."short" IS DISTINCT FROM OLD."short"
  OR NEW."code" IS DISTINCT FROM OLD."code")
EXECUTE FUNCTION "index_exemplars_of_unit"();

-- Exemplars with these words among the newest, the newest first: what common words find is there.
CREATE FUNCTION "newest_with_words"("asked" tsquery, "first" integer, "last" integer, "states" text[], "of_units" integer[],
  "depth" integer, "most" integer) RETURNS SETOF integer
LANGUAGE sql STABLE
AS $$
  SELECT s."exemplar_id" FROM (
    SELECT n.* FROM "exemplar_search" n WHERE n."year" BETWEEN "first" AND "last"
    ORDER BY n."year" DESC, n."exemplar_id" DESC LIMIT "depth") s
  WHERE ("asked" IS NULL OR s."words" @@ "asked")
    AND (("states" IS NULL AND "of_units" IS NULL) OR EXISTS (
      SELECT 1 FROM "exemplar" e WHERE e."id" = s."exemplar_id"
        AND ("states" IS NULL OR e."status"::text = ANY ("states")) AND ("of_units" IS NULL OR e."unit_id" = ANY ("of_units"))))
  ORDER BY s."year" DESC, s."exemplar_id" DESC LIMIT "most"
$$;

-- All exemplars with these words, the newest first. By the index of words: the planner does not know
-- what comparing words costs, and would read the whole table for words that it thinks common.
CREATE FUNCTION "all_with_words"("asked" tsquery, "first" integer, "last" integer, "states" text[], "of_units" integer[],
  "most" integer) RETURNS SETOF integer
LANGUAGE plpgsql STABLE
SET enable_seqscan = off
SET enable_indexscan = off
AS $$
BEGIN
  RETURN QUERY
    WITH "found" AS MATERIALIZED (
      SELECT s."exemplar_id", s."year" FROM "exemplar_search" s
      WHERE s."words" @@ "asked" AND s."year" BETWEEN "first" AND "last")
    SELECT f."exemplar_id" FROM "found" f
    WHERE ("states" IS NULL AND "of_units" IS NULL) OR EXISTS (
      SELECT 1 FROM "exemplar" e WHERE e."id" = f."exemplar_id"
        AND ("states" IS NULL OR e."status"::text = ANY ("states")) AND ("of_units" IS NULL OR e."unit_id" = ANY ("of_units")))
    ORDER BY f."year" DESC, f."exemplar_id" DESC LIMIT "most";
END
$$;

-- Which of these tsqueries find anything. Each is looked up in the index: the planner thinks reading
-- rows until one fits cheaper, which reads all of them for a word that no exemplar has.
CREATE FUNCTION "queries_that_find"("queries" text[]) RETURNS SETOF integer
LANGUAGE plpgsql STABLE
SET enable_seqscan = off
SET enable_indexscan = off
AS $$
BEGIN
  FOR "n" IN 1 .. coalesce(cardinality("queries"), 0) LOOP
    PERFORM 1 FROM "exemplar_search" s WHERE s."words" @@ "queries"["n"]::tsquery LIMIT 1;
    IF FOUND THEN
      RETURN NEXT "n";
    END IF;
  END LOOP;
END
$$;

-- Officers find exemplars by who sent them, and by the liaisons of their units.
CREATE INDEX "person_name_words_idx" ON "person" USING GIN ("fold_words"("name"));

-- People whose names have all words of one of these lists, by its place; a list that more people fit
-- than "most" names none. Looked up in the index, as above.
CREATE FUNCTION "people_named"("names" jsonb, "most" integer) RETURNS TABLE ("n" integer, "person_id" integer)
LANGUAGE plpgsql STABLE
SET enable_seqscan = off
SET enable_indexscan = off
AS $$
DECLARE
  "wanted" text[];
  "found" integer[];
BEGIN
  FOR "place" IN 1 .. jsonb_array_length("names") LOOP
    "wanted" := ARRAY(SELECT jsonb_array_elements_text("names" -> ("place" - 1)));
    "found" := ARRAY(SELECT p."id" FROM "person" p WHERE "fold_words"(p."name") @> "wanted" LIMIT "most" + 1);
    IF cardinality("found") <= "most" THEN
      RETURN QUERY SELECT "place", unnest("found");
    END IF;
  END LOOP;
END
$$;

-- What is new in the index is a list that each search reads: it stays short.
ALTER INDEX "exemplar_search_words_idx" SET (gin_pending_list_limit = 1024);

-- Names from before: all that a change gave but the last one, which is the name of now.
UPDATE "unit" u SET "former_names" = f."names"
FROM (
  SELECT c."before"[1] AS "unit_id", array_agg(c."after" -> 0 ->> 'name' ORDER BY c."applied_at", c."id") AS "names"
  FROM "change_of_units" c JOIN "unit" o ON o."id" = c."before"[1]
  WHERE c."action" = 'renamed' AND c."applied_at" IS NOT NULL AND c."after" -> 0 ->> 'name' <> o."name"
  GROUP BY 1) f
WHERE u."id" = f."unit_id";

INSERT INTO "exemplar_search" ("exemplar_id", "year", "words")
SELECT e."id", e."year", "words_of_exemplar"(e) FROM "exemplar" e;
