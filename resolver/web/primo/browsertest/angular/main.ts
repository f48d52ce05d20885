// A host as Primo's new interface is one: Angular 19 with its own HttpClient, router and
// Material cards, a script of the view that comes 1.2 s after the start, and add-ons by
// module federation, whose elements stand behind the components that they are named after.
import "zone.js";
import "@angular/compiler";
import { ChangeDetectorRef, Component, ElementRef, Input, VERSION, inject } from "@angular/core";
import { HttpClient, provideHttpClient } from "@angular/common/http";
import { MatCardModule } from "@angular/material/card";
import { bootstrapApplication } from "@angular/platform-browser";
import { RouterLink, RouterOutlet, provideRouter } from "@angular/router";
import { init, loadRemote } from "@module-federation/runtime";

type Loan = Record<string, string>;
type AddOn = { getComponentRef(slot: string): CustomElementConstructor | undefined };

const query = new URLSearchParams(location.search);
let addOn: AddOn | undefined;

// Puts the elements of the add-on behind what a component shows.
const fill = (tag: string, component: unknown, host: HTMLElement) => {
  for (const suffix of ["-before", "-top", "-after", "-bottom", ""]) {
    const element = addOn?.getComponentRef(tag + suffix);
    if (!element) continue;
    const name = tag + suffix + "-from-remote-0";
    if (!customElements.get(name)) customElements.define(name, element);
    const made = document.createElement(name), around = document.createElement("ng-component");
    (made as unknown as { hostComponent: unknown }).hostComponent = component;
    around.append(made);
    host.append(around);
  }
};

@Component({
  selector: "nde-loan", standalone: true, imports: [MatCardModule],
  template: `<mat-card appearance="outlined"><mat-card-header><mat-card-title><h3><a [href]="'fulldisplay?docid=alma' + loan['mmsid']">{{ loan["title"] }}</a></h3></mat-card-title>
    <mat-card-subtitle>{{ loan["author"] }}</mat-card-subtitle></mat-card-header>
    <mat-card-content>Due {{ loan["duedate"].replace(dateParts, "$3/$2/$1") }}</mat-card-content>
    <mat-card-actions>@if (actions) { <button data-qa="renew-loan">Renew</button> }</mat-card-actions></mat-card>`,
})
class LoanComponent {
  @Input() loan: Loan = {};
  dateParts = /(....)(..)(..)/;
  actions = false;
  private element = inject(ElementRef);
  private changes = inject(ChangeDetectorRef);
  ngOnInit() { setTimeout(() => { this.actions = true; this.changes.markForCheck(); }, 300); }
  ngAfterViewInit() { fill("nde-loan", this, this.element.nativeElement); }
}

@Component({
  selector: "nde-loans", standalone: true, imports: [LoanComponent],
  template: `<div><button class="active" (click)="show('active')">Active</button> <button class="history" (click)="show('history')">History</button></div>
    <div>@for (loan of loans; track loan) { <nde-loan [loan]="loan" /> } @empty { No loans }
    @if (more) { <button class="more" (click)="load(loans.length + 1)">Show more</button> }</div>`,
})
class LoansComponent {
  loans: Loan[] = [];
  more = false;
  type = "active";
  private http = inject(HttpClient);
  ngOnInit() { this.show("active"); }
  show(type: string) {
    this.type = type;
    this.loans = [];
    this.load(1);
  }
  load(offset: number) {
    this.more = false;
    const params = { bulk: 10, lang: document.documentElement.lang, offset, type: this.type };
    this.http.get<any>("/primaws/rest/priv/myaccount/loans", { params }).subscribe((answer) => {
      const page = answer.status === "ok" ? answer.data.loans : { loan: [], showmore: [] };
      this.loans = offset > 1 ? this.loans.concat(page.loan) : page.loan;
      this.more = page.showmore[0] === "Y";
    });
  }
}

@Component({
  selector: "nde-account-overview", standalone: true, imports: [LoansComponent], template: "<nde-loans />",
})
class AccountComponent {}

@Component({
  selector: "nde-request-card", standalone: true, imports: [MatCardModule],
  template: `<mat-card><mat-card-header><h3>{{ service.name }}</h3></mat-card-header>
    <mat-card-actions><a [href]="service.serviceUrl" target="_blank">{{ service.name }}</a></mat-card-actions></mat-card>`,
})
class RequestCardComponent {
  @Input() service = { name: "", serviceUrl: "" };
}

@Component({
  selector: "nde-get-it", standalone: true, imports: [RequestCardComponent],
  template: `<nde-notification message="nui.request.signin">Sign in to see request options</nde-notification>
    @for (service of services; track service.name) { <nde-request-card [service]="service" /> }`,
})
class RecordComponent {
  services: { name: string; serviceUrl: string }[] = [];
  constructor() { inject(HttpClient).get<any>("/primaws/rest/pub/services").subscribe((services) => { this.services = services; }); }
}

@Component({ selector: "nde-search", standalone: true, template: "<h1>Search</h1>" })
class SearchComponent {}

@Component({
  selector: "app-root", standalone: true, imports: [RouterOutlet, RouterLink],
  template: `<header class="bar"><a class="to-search" routerLink="/search" queryParamsHandling="preserve">Search</a>
    <a class="to-account" routerLink="/account" queryParamsHandling="preserve">My Account</a>
    <a class="to-fulldisplay" routerLink="/fulldisplay" queryParamsHandling="preserve">A record</a></header><router-outlet />`,
})
class RootComponent {}

const start = async () => {
  const from = query.get("addon");
  if (from) {
    init({
      name: "host", remotes: [{ name: "lendlink", entry: from + "remoteEntry.js", type: "module" }],
      shared: { "@angular/core": { version: VERSION.full, lib: () => ({}), shareConfig: { singleton: false, requiredVersion: false } } },
    });
    const remote = await loadRemote<any>("lendlink/lendlink");
    const parameters = [{ provide: "MODULE_PARAMETERS", useValue: {} }];
    addOn = (await remote.bootstrapRemoteApp({ providers: [[], parameters], shellRouter: {} })).instance;
  }
  await bootstrapApplication(RootComponent, { providers: [provideHttpClient(), provideRouter([
    { path: "search", component: SearchComponent }, { path: "account", component: AccountComponent }, { path: "fulldisplay", component: RecordComponent },
  ])] });
  document.documentElement.dataset["host"] = "Angular " + VERSION.full;
};

start().catch((error) => console.error(error));
setTimeout(() => {
  const script = document.createElement("script");
  script.src = "/nde/custom/UNIV-VIEW/assets/js/custom.js";
  document.head.append(script);
}, 1200);
