-- Until a plan asked each owner about everything in one go, each activity was asked about by itself: the subject was the
-- activity, and the keys of the form did not name it. What was asked so is answered to its end under the id that stands
-- on the cards, read with the keys of now; what was only planned is planned anew, as owners and groups are asked now.

CREATE TEMPORARY TABLE "asked_alone" ON COMMIT DROP AS
SELECT p."id", p."county_id", p."subject_id", p."question", p."closed_at",
  'Y' || replace(substr(p."subject_id", length(p."county_id") + 2), '-', 'X') AS "suffix"
FROM "prompt" p
WHERE p."topic" = 'plan' AND p."form"::text LIKE '%"key": "light"%';

-- What was said becomes a part of each activity's history.
INSERT INTO "check_in" ("id", "county_id", "plan_id", "activity_id", "round", "period", "is_current", "light", "status", "forecast",
  "comment", "action", "action_by", "is_late", "is_copy", "receipt", "person_id", "organisation_id", "instead_of_id", "at")
SELECT gen_random_uuid(), r."county_id", a."plan_id", a."id", o."question", r."period", r."is_current", r."answers"->>'light',
  r."answers"->>'status', r."answers"->>'forecast', r."answers"->>'comment', r."answers"->>'action', r."answers"->>'actionBy',
  r."is_late", r."is_copy", r."receipt", r."person_id", r."organisation_id", r."instead_of_id", r."replied_at"
FROM "asked_alone" o
JOIN "reply" r ON r."prompt_id" = o."id"
JOIN "activity" a ON a."county_id" = o."county_id" AND a."id" = o."subject_id"
WHERE r."answers"->>'light' IS NOT NULL
ON CONFLICT ("county_id", "receipt", "activity_id") DO NOTHING;

UPDATE "reply" r
SET "answers" = (SELECT jsonb_object_agg(said.key || o."suffix", said.value) FROM jsonb_each(r."answers") said)
FROM "asked_alone" o
WHERE r."prompt_id" = o."id" AND r."answers" <> '{}';

-- The cards of what is open are to show the new keys.
UPDATE "prompt" p
SET "form" = regexp_replace(p."form"::text, '"(key|field)": "(light|status|forecast|comment|action|actionBy)"',
    '"\1": "\2' || o."suffix" || '"', 'g')::jsonb,
  "is_stale" = p."closed_at" IS NULL
FROM "asked_alone" o
WHERE p."id" = o."id";

-- Of an activity that is gone nothing is asked.
UPDATE "prompt" p
SET "closed_at" = now(), "is_stale" = false
FROM "asked_alone" o
WHERE p."id" = o."id" AND p."closed_at" IS NULL
  AND NOT EXISTS (SELECT 1 FROM "activity" a WHERE a."county_id" = o."county_id" AND a."id" = o."subject_id");

-- Nobody is asked a second time, in one go, in a round in which they have been asked of each: neither the owners nor their groups.
INSERT INTO "occurrence" ("id", "key", "county_id", "topic", "subject_id", "step", "kind", "local_date", "local_time", "zone",
  "due_at", "useful_to", "late", "question", "state")
SELECT DISTINCT ON ("key") gen_random_uuid(), 'plan:' || s."subject_id" || ':' || t."step" || ':' || t."local_date" AS "key",
  t."county_id", 'plan', s."subject_id", t."step", t."kind", t."local_date", t."local_time", t."zone", t."due_at", t."useful_to",
  t."late", t."question", 'cancelled'
FROM "asked_alone" o
JOIN "occurrence" t ON t."county_id" = o."county_id" AND t."topic" = 'plan' AND t."subject_id" = o."subject_id"
  AND t."question" = o."question" AND t."kind" = 'reminder'
JOIN (
  SELECT one."county_id", one."id" AS "activity_id", one."group_subject",
    one."name" || CASE WHEN one."place" < 4 THEN '' ELSE '/' || (one."place" / 4 + 1) END AS "share"
  FROM (
    SELECT named.*, row_number() OVER (PARTITION BY named."county_id", named."name" ORDER BY named."id" COLLATE "C") - 1 AS "place"
    FROM (
      SELECT a."county_id", a."id", a."plan_id" || '+' || substr(a."group_id", length(a."county_id") + 2) AS "group_subject",
        a."plan_id" || '/' || substr(a."owner_id", length(a."county_id") + 2)
          || coalesce('/' || substr(a."responsible_id", length(a."county_id") + 2),
            '+' || substr(a."group_id", length(a."county_id") + 2)) AS "name"
      FROM "activity" a
    ) named
  ) one
) a ON a."county_id" = o."county_id" AND a."activity_id" = o."subject_id"
CROSS JOIN LATERAL (VALUES (a."share"), (a."group_subject")) s ("subject_id")
WHERE o."closed_at" IS NULL
ON CONFLICT ("key") DO NOTHING;

UPDATE "occurrence" t
SET "state" = 'moved'
FROM "activity" a
WHERE t."county_id" = a."county_id" AND t."topic" = 'plan' AND t."subject_id" = a."id" AND t."state" IN ('planned', 'queued')
  AND NOT EXISTS (SELECT 1 FROM "asked_alone" o WHERE o."subject_id" = t."subject_id" AND o."question" = t."question");

-- What was carried over into a plan that the county's file has is a copy, and so are its rounds: no import takes them out.
UPDATE "plan" p
SET "copied_from_id" = (
  SELECT min(old."plan_id") FROM "activity" own JOIN "activity" old ON old."id" = own."carried_from_id" WHERE own."plan_id" = p."id"
)
WHERE p."copied_from_id" IS NULL
  AND EXISTS (SELECT 1 FROM "activity" own JOIN "activity" old ON old."id" = own."carried_from_id" WHERE own."plan_id" = p."id");
