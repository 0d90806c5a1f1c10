-- A bloc has countries as members, a group persons; either can take part in another party without being a member.
CREATE OR REPLACE FUNCTION membership_is_of_a_bloc() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  whole "PartyKind" := (SELECT kind FROM party WHERE id = NEW.bloc_id);
  member "PartyKind" := (SELECT kind FROM party WHERE id = NEW.member_id);
BEGIN
  IF whole IS NULL OR whole NOT IN ('BLOC', 'GROUP') THEN
    RAISE EXCEPTION 'membership of party %: only a bloc or a group has members', NEW.bloc_id USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.role = 'MEMBER' AND member IS DISTINCT FROM (CASE whole WHEN 'BLOC' THEN 'COUNTRY' ELSE 'PERSON' END)::"PartyKind" THEN
    RAISE EXCEPTION 'membership of party %: a member of a bloc is a country, a member of a group a person; others can only be participants', NEW.member_id
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
