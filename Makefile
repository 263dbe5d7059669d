# What the project's people run. `make` alone is `make check`.
.PHONY: run check fmt lint test deny bench update slow fuzz release providers

DIR ?= fixtures/shop

check: fmt lint test deny          ## all that must hold before a commit

run:                               ## builds tomcheck and checks DIR; a violation is a result, not a failure
	cargo build --locked --release
	@./target/release/tomcheck check $(DIR); status=$$?; [ $$status -le 1 ] || exit $$status

fmt:
	cargo fmt --check

lint:
	cargo clippy --locked --all-targets -- -D warnings

test:                              ## unit, oracle, policy and whole-run tests
	cargo test --locked --quiet
	cargo run --locked --quiet -- test --policies policies

deny:                              ## licences and upkeep of dependencies
	@if command -v cargo-deny >/dev/null; then cargo deny --log-level error check bans licenses sources; \
	else echo "skipped: cargo-deny is not installed (cargo install cargo-deny)"; fi

bench:                             ## figures of the stages, on CORPUS or on fixtures
	cargo bench --locked --bench stages

update:                            ## records snapshots again: read every difference
	INSTA_UPDATE=always cargo test --locked --quiet

slow:                              ## properties over many inputs, the whole corpus
	cargo test --locked --profile quick -- --include-ignored

# No sanitizer: there is no unsafe code, and they make it a hundred times slower.
fuzz:                              ## ROUNDS inputs for each target of fuzz/, with nightly Rust and cargo-fuzz
	mkdir -p fuzz/corpus/parse fuzz/corpus/check
	cp tests/hcl/cases/* fuzz/corpus/parse
	n=0; for file in policies/*/*/examples/*.tf; do n=$$((n + 1)); cp $$file fuzz/corpus/check/$$n; done
	for target in parse check; do \
	cargo +nightly fuzz run -O -s none $$target -- -runs=$(or $(ROUNDS),20000) -max_len=4096 -timeout=30 || exit; done

release:
	cargo build --locked --release

providers:                         ## makes providers/*/schema.txt from SCHEMAS, `terraform providers schema -json` by provider
	python3 scripts/providers.py $(SCHEMAS)
