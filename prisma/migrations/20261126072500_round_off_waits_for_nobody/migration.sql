-- Who had not answered a round that is called off was to answer no more.
UPDATE "asked" AS a SET "released_at" = coalesce(p."closed_at", p."closes_at")
FROM "prompt" AS p JOIN "check_in_round" AS r ON r."county_id" = p."county_id" AND r."id" = p."county_id" || '/' || p."question"
WHERE a."prompt_id" = p."id" AND p."topic" = 'plan' AND r."cancelled_on" IS NOT NULL AND a."released_at" IS NULL
  AND NOT EXISTS (SELECT 1 FROM "reply" AS s WHERE s."prompt_id" = a."prompt_id" AND s."unit" = a."unit");
