-- CreateEnum
CREATE TYPE "PartyKind" AS ENUM ('COUNTRY', 'BLOC');

-- CreateEnum
CREATE TYPE "PropositionKind" AS ENUM ('CLAIM', 'ROLL_CALL');

-- CreateEnum
CREATE TYPE "Position" AS ENUM ('SUPPORT', 'LEAN_SUPPORT', 'NEUTRAL', 'LEAN_OPPOSE', 'OPPOSE');

-- CreateEnum
CREATE TYPE "Precision" AS ENUM ('DAY', 'MONTH', 'YEAR', 'APPROXIMATE');

-- CreateEnum
CREATE TYPE "MembershipStatus" AS ENUM ('CONFIRMED', 'UNCLEAR');

-- CreateEnum
CREATE TYPE "MembershipRole" AS ENUM ('MEMBER', 'PARTICIPANT');

-- CreateEnum
CREATE TYPE "TextScope" AS ENUM ('WHOLE', 'PARAGRAPH', 'AMENDMENT', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "DocumentKind" AS ENUM ('APPLICATION', 'ARBITRAL_AWARD', 'COMMUNIQUE', 'CONCLUSIONS', 'CONFERENCE_COMMUNIQUE', 'COUNTERPART_READOUT', 'DECLARATION', 'DIPLOMATIC_NOTE', 'DIPLOMATIC_RELATIONS', 'DRAFT_TREATY', 'FINAL_ACT', 'GOVERNMENT_DECISION', 'JOINT_ARTICLE', 'JOINT_COMMUNIQUE', 'JOINT_DECLARATION', 'JOINT_PRESS_CONFERENCE', 'JOINT_READOUT', 'JOINT_STATEMENT', 'LAW', 'LEADER_STATEMENT', 'MEMORANDUM', 'MINISTER_STATEMENT', 'NEWS_ARTICLE', 'PARLIAMENT_VOTE', 'POLICY_PAPER', 'PRESS_STATEMENT', 'PROCLAMATION', 'RATIFICATION', 'SUMMIT_DECLARATION', 'TRACKER', 'TREATY', 'UN_RESOLUTION_CONSENSUS', 'UN_RESOLUTION_VOTE');

-- CreateEnum
CREATE TYPE "SignatoryRole" AS ENUM ('SIGNED', 'ADOPTED', 'ASSOCIATED', 'ACCEDED');

-- CreateEnum
CREATE TYPE "PassageKind" AS ENUM ('POSITION', 'CLAIM_ABOUT_OTHERS', 'CALL', 'RELATIONSHIP', 'GENERAL');

-- CreateEnum
CREATE TYPE "Verification" AS ENUM ('VERIFIED', 'PARTLY_VERIFIED', 'FROM_KNOWLEDGE');

-- CreateEnum
CREATE TYPE "Basis" AS ENUM ('OWN_STATEMENT', 'CO_SIGNATURE', 'VOTE', 'CONSENSUS', 'TREATY', 'COUNTERPART_READOUT', 'TRACKER', 'ENTAILED');

-- CreateEnum
CREATE TYPE "Confidence" AS ENUM ('LOW', 'MEDIUM', 'HIGH');

-- CreateEnum
CREATE TYPE "Tier" AS ENUM ('CORE', 'EXTENDED');

-- CreateEnum
CREATE TYPE "ChangeKind" AS ENUM ('POLICY_CHANGE', 'WORDING', 'EVIDENCE_ONLY');

-- CreateEnum
CREATE TYPE "CitationRole" AS ENUM ('PRIMARY', 'CARRIER');

-- CreateTable
CREATE TABLE "revision" (
    "number" INTEGER NOT NULL,
    "time" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "author" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "message" TEXT NOT NULL,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "revision_counter" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "last" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "revision_counter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "amendment" (
    "id" SERIAL NOT NULL,
    "revision" INTEGER NOT NULL,
    "record" TEXT NOT NULL,
    "record_id" INTEGER NOT NULL,
    "before" JSONB NOT NULL,

    CONSTRAINT "amendment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "party" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "kind" "PartyKind" NOT NULL,
    "iso3" CHAR(3),
    "name" TEXT NOT NULL,
    "aliases" TEXT[],
    "founded" DATE,
    "note" TEXT,
    "verification" "Verification",
    "addresses" TEXT[],
    "added_in" INTEGER NOT NULL,
    "retired_in" INTEGER,

    CONSTRAINT "party_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" SERIAL NOT NULL,
    "bloc_id" INTEGER NOT NULL,
    "member_id" INTEGER NOT NULL,
    "from" DATE NOT NULL,
    "until" DATE,
    "precision" "Precision" NOT NULL DEFAULT 'DAY',
    "status" "MembershipStatus" NOT NULL DEFAULT 'CONFIRMED',
    "role" "MembershipRole" NOT NULL DEFAULT 'MEMBER',
    "note" TEXT,
    "added_in" INTEGER NOT NULL,
    "retired_in" INTEGER,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "issue" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "summary" TEXT,
    "tier" "Tier" NOT NULL DEFAULT 'CORE',
    "added_in" INTEGER NOT NULL,
    "retired_in" INTEGER,

    CONSTRAINT "issue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposition" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "kind" "PropositionKind" NOT NULL DEFAULT 'CLAIM',
    "text" TEXT NOT NULL,
    "note" TEXT,
    "body" TEXT,
    "session" SMALLINT,
    "symbol" TEXT,
    "tabled_on" DATE,
    "tabled_on_precision" "Precision",
    "text_scope" "TextScope",
    "important" BOOLEAN,
    "yes" SMALLINT,
    "no" SMALLINT,
    "abstain" SMALLINT,
    "document_id" INTEGER,
    "added_in" INTEGER NOT NULL,
    "retired_in" INTEGER,

    CONSTRAINT "proposition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposition_issue" (
    "id" SERIAL NOT NULL,
    "proposition_id" INTEGER NOT NULL,
    "issue_id" INTEGER NOT NULL,
    "added_in" INTEGER NOT NULL,
    "retired_in" INTEGER,

    CONSTRAINT "proposition_issue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "publisher" TEXT,
    "kind" "DocumentKind" NOT NULL,
    "date" DATE NOT NULL,
    "precision" "Precision" NOT NULL DEFAULT 'DAY',
    "symbol" TEXT,
    "addresses" JSONB NOT NULL DEFAULT '[]',
    "verification" "Verification" NOT NULL,
    "note" TEXT,
    "added_in" INTEGER NOT NULL,
    "retired_in" INTEGER,

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signatory" (
    "id" SERIAL NOT NULL,
    "document_id" INTEGER NOT NULL,
    "party_id" INTEGER NOT NULL,
    "date" DATE NOT NULL,
    "role" "SignatoryRole" NOT NULL DEFAULT 'SIGNED',
    "added_in" INTEGER NOT NULL,
    "retired_in" INTEGER,

    CONSTRAINT "signatory_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passage" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "document_id" INTEGER NOT NULL,
    "locator" TEXT NOT NULL,
    "speaker" TEXT,
    "verb" TEXT,
    "key_phrase" TEXT,
    "kind" "PassageKind" NOT NULL,
    "note" TEXT,
    "added_in" INTEGER NOT NULL,
    "retired_in" INTEGER,

    CONSTRAINT "passage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passage_party" (
    "id" SERIAL NOT NULL,
    "passage_id" INTEGER NOT NULL,
    "party_id" INTEGER NOT NULL,
    "added_in" INTEGER NOT NULL,
    "retired_in" INTEGER,

    CONSTRAINT "passage_party_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passage_stance" (
    "id" SERIAL NOT NULL,
    "passage_id" INTEGER NOT NULL,
    "party_id" INTEGER NOT NULL,
    "proposition_id" INTEGER NOT NULL,
    "held_from" DATE NOT NULL,
    "added_in" INTEGER NOT NULL,
    "retired_in" INTEGER,

    CONSTRAINT "passage_stance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stance" (
    "id" SERIAL NOT NULL,
    "party_id" INTEGER NOT NULL,
    "proposition_id" INTEGER NOT NULL,
    "position" "Position" NOT NULL,
    "held_from" DATE NOT NULL,
    "held_from_precision" "Precision" NOT NULL DEFAULT 'DAY',
    "held_until" DATE,
    "basis" "Basis" NOT NULL,
    "confidence" "Confidence" NOT NULL,
    "tier" "Tier" NOT NULL DEFAULT 'CORE',
    "change_kind" "ChangeKind",
    "verb" TEXT,
    "rationale" TEXT,
    "added_in" INTEGER NOT NULL,
    "retired_in" INTEGER,

    CONSTRAINT "stance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "citation" (
    "id" SERIAL NOT NULL,
    "stance_id" INTEGER NOT NULL,
    "document_id" INTEGER NOT NULL,
    "ordinal" SMALLINT NOT NULL,
    "role" "CitationRole" NOT NULL DEFAULT 'PRIMARY',
    "locator" TEXT,
    "key_phrase" TEXT,
    "verification" "Verification" NOT NULL,
    "verified_at" TEXT,
    "verified_in" TEXT,
    "added_in" INTEGER NOT NULL,
    "retired_in" INTEGER,

    CONSTRAINT "citation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "absence" (
    "id" SERIAL NOT NULL,
    "party_id" INTEGER NOT NULL,
    "proposition_id" INTEGER NOT NULL,
    "date" DATE NOT NULL,
    "precision" "Precision" NOT NULL DEFAULT 'DAY',
    "document_id" INTEGER,
    "added_in" INTEGER NOT NULL,
    "retired_in" INTEGER,

    CONSTRAINT "absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verb_guide" (
    "id" SERIAL NOT NULL,
    "verb" TEXT NOT NULL,
    "position" "Position" NOT NULL,
    "added_in" INTEGER NOT NULL,
    "retired_in" INTEGER,

    CONSTRAINT "verb_guide_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "revision_source_idx" ON "revision"("source");

-- CreateIndex
CREATE INDEX "amendment_record_record_id_idx" ON "amendment"("record", "record_id");

-- CreateIndex
CREATE INDEX "amendment_revision_idx" ON "amendment"("revision");

-- CreateIndex
CREATE UNIQUE INDEX "party_key_key" ON "party"("key");

-- CreateIndex
CREATE INDEX "membership_member_id_idx" ON "membership"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "issue_key_key" ON "issue"("key");

-- CreateIndex
CREATE UNIQUE INDEX "proposition_key_key" ON "proposition"("key");

-- CreateIndex
CREATE INDEX "proposition_document_id_idx" ON "proposition"("document_id");

-- CreateIndex
CREATE INDEX "proposition_issue_issue_id_idx" ON "proposition_issue"("issue_id");

-- CreateIndex
CREATE UNIQUE INDEX "document_key_key" ON "document"("key");

-- CreateIndex
CREATE INDEX "document_date_idx" ON "document"("date");

-- CreateIndex
CREATE INDEX "signatory_party_id_idx" ON "signatory"("party_id");

-- CreateIndex
CREATE UNIQUE INDEX "passage_key_key" ON "passage"("key");

-- CreateIndex
CREATE INDEX "passage_document_id_idx" ON "passage"("document_id");

-- CreateIndex
CREATE INDEX "passage_party_party_id_idx" ON "passage_party"("party_id");

-- CreateIndex
CREATE INDEX "passage_stance_party_id_proposition_id_held_from_idx" ON "passage_stance"("party_id", "proposition_id", "held_from");

-- CreateIndex
CREATE INDEX "stance_proposition_id_party_id_idx" ON "stance"("proposition_id", "party_id");

-- CreateIndex
CREATE INDEX "stance_added_in_idx" ON "stance"("added_in");

-- CreateIndex
CREATE INDEX "citation_stance_id_idx" ON "citation"("stance_id");

-- CreateIndex
CREATE INDEX "citation_document_id_idx" ON "citation"("document_id");

-- CreateIndex
CREATE INDEX "citation_added_in_idx" ON "citation"("added_in");

-- CreateIndex
CREATE INDEX "absence_proposition_id_party_id_idx" ON "absence"("proposition_id", "party_id");

-- CreateIndex
CREATE INDEX "absence_added_in_idx" ON "absence"("added_in");

-- AddForeignKey
ALTER TABLE "amendment" ADD CONSTRAINT "amendment_revision_fkey" FOREIGN KEY ("revision") REFERENCES "revision"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party" ADD CONSTRAINT "party_added_in_fkey" FOREIGN KEY ("added_in") REFERENCES "revision"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party" ADD CONSTRAINT "party_retired_in_fkey" FOREIGN KEY ("retired_in") REFERENCES "revision"("number") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_bloc_id_fkey" FOREIGN KEY ("bloc_id") REFERENCES "party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_added_in_fkey" FOREIGN KEY ("added_in") REFERENCES "revision"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_retired_in_fkey" FOREIGN KEY ("retired_in") REFERENCES "revision"("number") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "issue" ADD CONSTRAINT "issue_added_in_fkey" FOREIGN KEY ("added_in") REFERENCES "revision"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "issue" ADD CONSTRAINT "issue_retired_in_fkey" FOREIGN KEY ("retired_in") REFERENCES "revision"("number") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposition" ADD CONSTRAINT "proposition_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposition" ADD CONSTRAINT "proposition_added_in_fkey" FOREIGN KEY ("added_in") REFERENCES "revision"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposition" ADD CONSTRAINT "proposition_retired_in_fkey" FOREIGN KEY ("retired_in") REFERENCES "revision"("number") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposition_issue" ADD CONSTRAINT "proposition_issue_proposition_id_fkey" FOREIGN KEY ("proposition_id") REFERENCES "proposition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposition_issue" ADD CONSTRAINT "proposition_issue_issue_id_fkey" FOREIGN KEY ("issue_id") REFERENCES "issue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposition_issue" ADD CONSTRAINT "proposition_issue_added_in_fkey" FOREIGN KEY ("added_in") REFERENCES "revision"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposition_issue" ADD CONSTRAINT "proposition_issue_retired_in_fkey" FOREIGN KEY ("retired_in") REFERENCES "revision"("number") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_added_in_fkey" FOREIGN KEY ("added_in") REFERENCES "revision"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_retired_in_fkey" FOREIGN KEY ("retired_in") REFERENCES "revision"("number") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signatory" ADD CONSTRAINT "signatory_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signatory" ADD CONSTRAINT "signatory_party_id_fkey" FOREIGN KEY ("party_id") REFERENCES "party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signatory" ADD CONSTRAINT "signatory_added_in_fkey" FOREIGN KEY ("added_in") REFERENCES "revision"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signatory" ADD CONSTRAINT "signatory_retired_in_fkey" FOREIGN KEY ("retired_in") REFERENCES "revision"("number") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passage" ADD CONSTRAINT "passage_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passage" ADD CONSTRAINT "passage_added_in_fkey" FOREIGN KEY ("added_in") REFERENCES "revision"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passage" ADD CONSTRAINT "passage_retired_in_fkey" FOREIGN KEY ("retired_in") REFERENCES "revision"("number") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passage_party" ADD CONSTRAINT "passage_party_passage_id_fkey" FOREIGN KEY ("passage_id") REFERENCES "passage"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passage_party" ADD CONSTRAINT "passage_party_party_id_fkey" FOREIGN KEY ("party_id") REFERENCES "party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passage_party" ADD CONSTRAINT "passage_party_added_in_fkey" FOREIGN KEY ("added_in") REFERENCES "revision"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passage_party" ADD CONSTRAINT "passage_party_retired_in_fkey" FOREIGN KEY ("retired_in") REFERENCES "revision"("number") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passage_stance" ADD CONSTRAINT "passage_stance_passage_id_fkey" FOREIGN KEY ("passage_id") REFERENCES "passage"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passage_stance" ADD CONSTRAINT "passage_stance_added_in_fkey" FOREIGN KEY ("added_in") REFERENCES "revision"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passage_stance" ADD CONSTRAINT "passage_stance_retired_in_fkey" FOREIGN KEY ("retired_in") REFERENCES "revision"("number") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stance" ADD CONSTRAINT "stance_party_id_fkey" FOREIGN KEY ("party_id") REFERENCES "party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stance" ADD CONSTRAINT "stance_proposition_id_fkey" FOREIGN KEY ("proposition_id") REFERENCES "proposition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stance" ADD CONSTRAINT "stance_added_in_fkey" FOREIGN KEY ("added_in") REFERENCES "revision"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stance" ADD CONSTRAINT "stance_retired_in_fkey" FOREIGN KEY ("retired_in") REFERENCES "revision"("number") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_stance_id_fkey" FOREIGN KEY ("stance_id") REFERENCES "stance"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_added_in_fkey" FOREIGN KEY ("added_in") REFERENCES "revision"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_retired_in_fkey" FOREIGN KEY ("retired_in") REFERENCES "revision"("number") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_party_id_fkey" FOREIGN KEY ("party_id") REFERENCES "party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_proposition_id_fkey" FOREIGN KEY ("proposition_id") REFERENCES "proposition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_added_in_fkey" FOREIGN KEY ("added_in") REFERENCES "revision"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_retired_in_fkey" FOREIGN KEY ("retired_in") REFERENCES "revision"("number") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verb_guide" ADD CONSTRAINT "verb_guide_added_in_fkey" FOREIGN KEY ("added_in") REFERENCES "revision"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verb_guide" ADD CONSTRAINT "verb_guide_retired_in_fkey" FOREIGN KEY ("retired_in") REFERENCES "revision"("number") ON DELETE SET NULL ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------------
-- Below: the rules that a Prisma schema cannot say. Above: what `npm run migration` wrote from schema.prisma.
-- ---------------------------------------------------------------------------------------------------------------------------

-- A trusted extension: the owner of the database may create it.
CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;

-- Revisions -----------------------------------------------------------------------------------------------------------------

INSERT INTO revision_counter (id, last) VALUES (1, 0);
ALTER TABLE revision_counter ADD CONSTRAINT revision_counter_is_one_row CHECK (id = 1);
ALTER TABLE revision ADD CONSTRAINT revision_says_who_and_why CHECK (author <> '' AND source <> '' AND message <> '');

-- The number of a revision comes from the counter row, whose lock is kept until the transaction ends: numbers have no gaps, and
-- a smaller number is visible before a larger one. Everything that can wait is done before the revision is inserted.
CREATE FUNCTION revision_take_number() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE revision_counter SET last = last + 1 RETURNING last INTO NEW.number;
  RETURN NEW;
END $$;
CREATE TRIGGER revision_take_number BEFORE INSERT ON revision FOR EACH ROW EXECUTE FUNCTION revision_take_number();

-- Delivered when the transaction commits, not before.
CREATE FUNCTION revision_tell() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('concord_revision', NEW.number::text);
  RETURN NULL;
END $$;
CREATE TRIGGER revision_tell AFTER INSERT ON revision FOR EACH ROW EXECUTE FUNCTION revision_tell();

-- What was said stays ----------------------------------------------------------------------------------------------------------

CREATE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of % is refused: the ledger keeps what was said; retire the row in a new revision instead', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION ledger_retire_only() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  unretired record := NEW;
BEGIN
  unretired.retired_in := NULL;
  IF OLD.retired_in IS NULL AND NEW.retired_in = (SELECT last FROM revision_counter) AND unretired IS NOT DISTINCT FROM OLD THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'UPDATE of % is refused: a row can be retired, once, in the newest revision; nothing else of it changes', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;

-- Texts of the catalogue may be amended; what they said before is kept with the revision that amends them.
CREATE FUNCTION catalogue_amend() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.id <> OLD.id OR NEW.key <> OLD.key OR NEW.added_in <> OLD.added_in THEN
    RAISE EXCEPTION 'UPDATE of % is refused: id, key and the revision that added it do not change', TG_TABLE_NAME
      USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW IS DISTINCT FROM OLD THEN
    INSERT INTO amendment (revision, record, record_id, before)
      SELECT last, TG_TABLE_NAME, OLD.id, to_jsonb(OLD) FROM revision_counter;
  END IF;
  RETURN NEW;
END $$;

-- A row that says it was added in an older revision would change the past.
CREATE FUNCTION ledger_add_now() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM added WHERE added_in <> (SELECT last FROM revision_counter)) THEN
    RAISE EXCEPTION 'INSERT into % is refused: rows are added in the newest revision', TG_TABLE_NAME
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['membership', 'proposition_issue', 'signatory', 'passage_party', 'passage_stance', 'stance', 'citation',
    'absence', 'verb_guide']
  LOOP
    EXECUTE format('CREATE TRIGGER %I_retire_only BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION ledger_retire_only()', name, name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['party', 'issue', 'proposition', 'document', 'passage']
  LOOP
    EXECUTE format('CREATE TRIGGER %I_amend BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION catalogue_amend()', name, name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['revision', 'amendment']
  LOOP
    EXECUTE format('CREATE TRIGGER %I_keep BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION ledger_refuse()', name, name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['membership', 'proposition_issue', 'signatory', 'passage_party', 'passage_stance', 'stance', 'citation',
    'absence', 'verb_guide', 'party', 'issue', 'proposition', 'document', 'passage', 'revision', 'amendment', 'revision_counter']
  LOOP
    EXECUTE format('CREATE TRIGGER %I_no_delete BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION ledger_refuse()', name, name);
    EXECUTE format('CREATE TRIGGER %I_no_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse()', name, name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['membership', 'proposition_issue', 'signatory', 'passage_party', 'passage_stance', 'stance', 'citation',
    'absence', 'verb_guide', 'party', 'issue', 'proposition', 'document', 'passage']
  LOOP
    EXECUTE format('CREATE TRIGGER %I_add_now AFTER INSERT ON %I REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION ledger_add_now()', name, name);
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (retired_in > added_in)', name, name || '_retired_after_added');
  END LOOP;
END $$;

-- Keys -------------------------------------------------------------------------------------------------------------------------

-- A stance's key holds the key of its party in lower case.
CREATE UNIQUE INDEX party_key_whatever_case ON party (lower(key));
ALTER TABLE party ADD CONSTRAINT party_key_form CHECK (
  CASE kind
    WHEN 'COUNTRY' THEN key ~ '^([A-Z]{2}|[A-Z]{4}|X-[A-Z0-9]+(-[A-Z0-9]+)*)$'
    ELSE key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'
  END);
ALTER TABLE party ADD CONSTRAINT party_iso3_form CHECK (iso3 ~ '^[A-Z]{3}$');
ALTER TABLE issue ADD CONSTRAINT issue_key_form CHECK (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE proposition ADD CONSTRAINT proposition_key_form CHECK (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE document ADD CONSTRAINT document_key_form CHECK (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE passage ADD CONSTRAINT passage_key_form CHECK (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$');

-- Uniqueness among the rows that are not retired --------------------------------------------------------------------------------

CREATE UNIQUE INDEX stance_once ON stance (party_id, proposition_id, held_from) WHERE retired_in IS NULL;
CREATE UNIQUE INDEX absence_once ON absence (party_id, proposition_id, date) WHERE retired_in IS NULL;
CREATE UNIQUE INDEX citation_place ON citation (stance_id, ordinal) WHERE retired_in IS NULL;
CREATE UNIQUE INDEX proposition_issue_once ON proposition_issue (proposition_id, issue_id) WHERE retired_in IS NULL;
CREATE UNIQUE INDEX signatory_once ON signatory (document_id, party_id) WHERE retired_in IS NULL;
CREATE UNIQUE INDEX passage_party_once ON passage_party (passage_id, party_id) WHERE retired_in IS NULL;
CREATE UNIQUE INDEX passage_stance_once ON passage_stance (passage_id, party_id, proposition_id, held_from) WHERE retired_in IS NULL;
CREATE UNIQUE INDEX verb_guide_once ON verb_guide (verb) WHERE retired_in IS NULL;

-- What a revision retired is looked up by it; most rows never retire.
CREATE INDEX stance_retired ON stance (retired_in) WHERE retired_in IS NOT NULL;
CREATE INDEX absence_retired ON absence (retired_in) WHERE retired_in IS NOT NULL;

-- Dates and kinds ----------------------------------------------------------------------------------------------------------------

ALTER TABLE membership ADD CONSTRAINT membership_ends_after_it_begins CHECK (until > "from");
ALTER TABLE membership ADD CONSTRAINT membership_not_of_itself CHECK (bloc_id <> member_id);
ALTER TABLE membership ADD CONSTRAINT membership_one_at_a_time
  EXCLUDE USING gist (bloc_id WITH =, member_id WITH =, daterange("from", until) WITH &&) WHERE (retired_in IS NULL);
ALTER TABLE stance ADD CONSTRAINT stance_ends_after_it_begins CHECK (held_until > held_from);
ALTER TABLE proposition ADD CONSTRAINT proposition_roll_call_is_described CHECK (
  CASE kind
    WHEN 'ROLL_CALL' THEN num_nulls(body, session, tabled_on, tabled_on_precision, text_scope) = 0
    ELSE num_nonnulls(body, session, tabled_on, tabled_on_precision, text_scope, important, yes, no, abstain) = 0
  END);
ALTER TABLE citation ADD CONSTRAINT citation_key_phrase_is_short CHECK (key_phrase !~ '^\s*(\S+\s+){8}\S');
ALTER TABLE passage ADD CONSTRAINT passage_key_phrase_is_short CHECK (key_phrase !~ '^\s*(\S+\s+){8}\S');
ALTER TABLE document ADD CONSTRAINT document_addresses_is_a_list CHECK (jsonb_typeof(addresses) = 'array');

CREATE FUNCTION membership_is_of_a_bloc() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT kind FROM party WHERE id = NEW.bloc_id) IS DISTINCT FROM 'BLOC' THEN
    RAISE EXCEPTION 'membership of party %: only a bloc has members', NEW.bloc_id USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.role = 'MEMBER' AND (SELECT kind FROM party WHERE id = NEW.member_id) IS DISTINCT FROM 'COUNTRY' THEN
    RAISE EXCEPTION 'membership of party %: a member is a country; a bloc can only be a participant', NEW.member_id
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER membership_is_of_a_bloc BEFORE INSERT ON membership FOR EACH ROW EXECUTE FUNCTION membership_is_of_a_bloc();
