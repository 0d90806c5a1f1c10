
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
