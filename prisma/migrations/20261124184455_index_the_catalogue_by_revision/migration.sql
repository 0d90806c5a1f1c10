-- CreateIndex
CREATE INDEX "proposition_added_in_idx" ON "proposition"("added_in");

-- CreateIndex
CREATE INDEX "proposition_issue_added_in_idx" ON "proposition_issue"("added_in");

-- Following the ledger asks which of the larger tables a revision changed.
CREATE INDEX proposition_retired ON proposition (retired_in) WHERE retired_in IS NOT NULL;
CREATE INDEX proposition_issue_retired ON proposition_issue (retired_in) WHERE retired_in IS NOT NULL;
