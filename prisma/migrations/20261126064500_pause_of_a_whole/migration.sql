-- A pause holds a subject and what is named after it. What was paused part by part, at one moment, is paused as the whole
-- that it was: a round of a plan, and all times of a survey or a free reminder. One time alone was paused by itself.
INSERT INTO "pause" ("county_id", "topic", "subject_id", "question", "paused_at")
SELECT "county_id", "topic", "whole", "question", min("paused_at")
FROM (
  SELECT *, CASE "topic"
    WHEN 'plan' THEN substring("subject_id" FROM '^[^/]+/[^/+]+')
    ELSE regexp_replace("subject_id", '/[0-9]{4}-[0-9]{2}-[0-9]{2}$', '') END AS "whole"
  FROM "pause"
  WHERE ("topic" = 'plan' AND "question" <> '') OR "topic" IN ('survey', 'memo')
) AS "part"
GROUP BY "county_id", "topic", "whole", "question", "paused_at"
HAVING "topic" = 'plan' OR count(*) > 1
ON CONFLICT DO NOTHING;

DELETE FROM "pause" AS "part" USING "pause" AS "of"
WHERE "of"."county_id" = "part"."county_id" AND "of"."topic" = "part"."topic" AND "of"."question" = "part"."question"
  AND (starts_with("part"."subject_id", "of"."subject_id" || '/') OR starts_with("part"."subject_id", "of"."subject_id" || '+'));
