# consortium-monitor: what people do with this checkout. `make help` lists it.

SWIFT ?= swift
YEAR ?= 2025
DEMO ?= var/demo
COUNT ?= 4
SEED ?= 1
CAMPAIGNS ?= KilledRunTests|KilledDeliveryTests|SimulatedYearTests|TamperingCampaignTests|LogCampaignTests|TamperingTests|FullDiskCampaignTests|NightsCampaignTests|AsOfTests|DiffTests|RememberedCasesTests|WouldDecideTests|FragilityTests|RemedyTests|HostileFileTests
RELEASE = .build/release/consortium-monitor
# What the tests of the command run: what people run, and several times as fast.
export TESTED_PROGRAM ?= $(CURDIR)/$(RELEASE)
# With Swift's libraries inside, the command starts sooner and runs where no Swift is installed.
STATIC = $(shell test -d "$$(dirname "$$(readlink -f "$$(command -v $(SWIFT))")")/../lib/swift_static" \
	&& echo --static-swift-stdlib)

SHELL = bash
.SHELLFLAGS = -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help demo test soak bench lint build clean

help: ## Show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "make %-8s %s\n", $$1, $$2}'

build: ## Build the command, optimised
	@.ci/install-packages build
	@$(SWIFT) build -c release $(STATIC) --product consortium-monitor 2>&1 | grep -v "mktemp' is dangerous"

demo: build ## Run both annual pipelines, and a province by itself, on the sample data and show their results
	@rm -rf $(DEMO) && mkdir -p $(DEMO)/var/inbox && ln -s $(CURDIR)/data/sample/* $(DEMO)/var/inbox/
	@cd $(DEMO) && $(CURDIR)/$(RELEASE) run $(CURDIR)/pipelines/municipal-annual.yml --year $(YEAR) \
		--data $(CURDIR)/data --database monitor.sqlite --reports reports --now 2026-05-08T02:30:00+08:00
	@echo
	@cd $(DEMO) && $(CURDIR)/$(RELEASE) run $(CURDIR)/pipelines/industry-annual.yml --year $(YEAR) \
		--data $(CURDIR)/data --database monitor.sqlite --reports industry-reports --now 2026-05-08T03:00:00+08:00
	@echo
	@mkdir -p $(DEMO)/hunan/var/inbox && ln -s $(CURDIR)/data/sample/hunan/* $(DEMO)/hunan/var/inbox/
	@cd $(DEMO)/hunan && $(CURDIR)/$(RELEASE) run $(CURDIR)/pipelines/municipal-annual.yml --year $(YEAR) \
		--data $(CURDIR)/data --database monitor.sqlite --reports reports --now 2026-05-08T03:30:00+08:00
	@cd $(DEMO)/hunan && $(CURDIR)/$(RELEASE) status --province 430000 --year $(YEAR) \
		--data $(CURDIR)/data --database monitor.sqlite --now 2026-05-08T03:30:00+08:00
	@echo "What does Hunan ask beside the country?  $(DEMO)/hunan/reports/$(YEAR)/province-430000.html"
	@echo
	@echo "Why is C002 to lose its title?"
	@echo "  $(RELEASE) explain C002 16.3 --year $(YEAR) --database $(DEMO)/monitor.sqlite"
	@echo "Which documents did the community H002 send late?"
	@echo "  $(RELEASE) explain H002 annual-summary --year $(YEAR) --edition industry-community-guide-2023" \
		"--database $(DEMO)/monitor.sqlite"

test: build ## Install what is missing and run every test, those of the command on the optimised one
	@.ci/install-packages test
	@.ci/install-python
	@mkdir -p .build
	@$(SWIFT) test 2>&1 | tee .build/test.log || { \
		echo; echo "What failed:"; grep -E '^✘|error:' .build/test.log; \
		sed -n '/ crashed: /p; / crashed:$$/,/^Registers:/p' .build/test.log | cut -c1-200 | head -40; exit 1; }

soak: build ## Long campaigns of kills, tampering, full disks, random nights and a year night by night (COUNT= times those of make test; SEED=)
	@.ci/install-packages test
	@.ci/install-python
	@echo "COUNT=$(COUNT) SEED=$(SEED)"
	KILLS=$$((25 * $(COUNT))) SOAK_COUNT=$(COUNT) SOAK_SEED=$(SEED) nice $(SWIFT) test --filter '$(CAMPAIGNS)'

bench: ## Measure beside DuckDB, polars, calamine, openpyxl and pandas on the same data (takes some minutes)
	@.ci/install-packages test
	BUILD_OPTIONS="$(STATIC)" Benchmarks/run

lint: ## Check the formatting of the sources
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests Benchmarks

clean: ## Remove what was built and the demo's files
	rm -rf .build $(DEMO)
