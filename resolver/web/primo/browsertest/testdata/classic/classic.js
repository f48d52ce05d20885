// The program of the stand-in: real AngularJS, components and markup as in classic Primo.
(function () {
  "use strict";
  try { angular.module("viewCustom"); } catch (e) { angular.module("viewCustom", []); }
  var app = angular.module("primo", ["viewCustom"]);

  app.config(["$compileProvider", "$locationProvider", function ($compileProvider, $locationProvider) {
    $compileProvider.debugInfoEnabled(false);
    $locationProvider.html5Mode(true);
  }]);

  app.factory("loansService", ["$http", "$location", function ($http, $location) {
    var bulk = 10;
    return {
      get: function (type, offset) {
        return $http.get("/primaws/rest/priv/myaccount/loans", {
          params: { bulk: bulk, lang: $location.search().lang || "en", offset: offset, type: type },
        }).then(function (answer) {
          var loans = answer.data.status === "ok" ? answer.data.data.loans : { loan: [], showmore: [] };
          return { loans: loans.loan, more: loans.showmore[0] === "Y" };
        });
      },
      bulk: bulk,
    };
  }]);

  app.component("primoExplore", {
    template:
      '<header class="bar"><span class="name">Univ Library Search</span> ' +
      '<a class="to-search" href="search?lang=en">Search</a> <a class="to-account" href="account?lang=en">My Account</a> ' +
      '<a class="to-record" href="fulldisplay?docid=alma1&lang=en">A record</a></header>' +
      '<prm-account ng-if="$ctrl.at(\'account\')"></prm-account>' +
      '<prm-full-view ng-if="$ctrl.at(\'fulldisplay\')"></prm-full-view>' +
      '<main ng-if="$ctrl.at(\'search\')" class="page"><h1>Search</h1></main>',
    controller: ["$location", function ($location) {
      this.at = function (page) { return $location.path().indexOf("/" + page) === 0; };
    }],
  });

  app.component("prmAccount", {
    template: '<main class="page"><h1>Loans</h1><prm-loans></prm-loans></main>',
  });

  app.component("prmLoans", {
    template:
      '<div class="tools"><button class="active" ng-click="$ctrl.show(\'active\')">Active loans</button> ' +
      '<button class="history" ng-click="$ctrl.show(\'history\')">Previous and historic loans</button> ' +
      '<button class="sort" ng-click="$ctrl.sort()">Sort by title</button></div>' +
      '<p class="none" ng-if="$ctrl.loaded && !$ctrl.loans.length">There are no loans</p>' +
      '<md-list><md-list-item ng-repeat="item in $ctrl.loans" ng-click="item.open = !item.open" ng-class="{\'item-expanded\': item.open}">' +
      '<prm-loan item="item" index="$index + 1" history="$ctrl.type === \'history\'"></prm-loan></md-list-item></md-list>' +
      '<button class="more" ng-if="$ctrl.more" ng-click="$ctrl.load($ctrl.loans.length + 1)">Show more</button>',
    controller: ["loansService", function (loansService) {
      var self = this;
      self.show = function (type) {
        self.type = type;
        self.loans = [];
        self.loaded = false;
        self.load(1);
      };
      self.load = function (offset) {
        var type = self.type;
        self.more = false;
        loansService.get(type, offset).then(function (page) {
          if (type !== self.type) return;
          self.loans = self.loans.concat(page.loans);
          self.more = page.more;
          self.loaded = true;
        });
      };
      self.sort = function () {
        self.loans = self.loans.slice().sort(function (a, b) { return a.title < b.title ? -1 : a.title > b.title ? 1 : 0; });
      };
      self.$onInit = function () { self.show("active"); };
    }],
  });

  app.component("prmLoan", {
    bindings: { item: "<", index: "<", history: "<" },
    template:
      '<div class="md-list-item-text md-list-item-with-checkbox" layout="row">' +
      '<md-checkbox></md-checkbox><span class="item-index">{{$ctrl.index}}</span>' +
      '<div class="what"><div class="title-row"><h3><a href="fulldisplay?docid=alma{{$ctrl.item.mmsid}}" ng-click="$event.stopPropagation()">' +
      '{{$ctrl.item.title}}</a><prm-icon icon-definition="open-in-new"></prm-icon></h3></div><h4>{{$ctrl.item.author}}</h4></div>' +
      '<div class="weak-text"><p class="normal-text"><span>Due</span><span>: </span><span>{{$ctrl.due()}}</span></p>' +
      '<p class="normal-text" ng-if="$ctrl.item.open"><span translate="loans.status">{{$ctrl.item.mainlocationname}}</span></p></div>' +
      '<div class="list-item-actions" ng-if="$ctrl.actions && !$ctrl.history"><button class="button-link" ng-click="$event.stopPropagation()">' +
      '<span translate="nui.loans.renew">Renew</span></button></div></div>' +
      '<div class="align-self-stretch"><button class="item-expand-button" aria-label="Details">v</button></div>' +
      '<prm-loan-after parent-ctrl="$ctrl"></prm-loan-after>',
    controller: ["$timeout", function ($timeout) {
      var self = this;
      self.due = function () {
        var d = self.item.duedate;
        return Number(d.slice(4, 6)) + "/" + Number(d.slice(6)) + "/" + d.slice(0, 4);
      };
      $timeout(function () { self.actions = true; }, 400); // they come later than the loan
    }],
  });

  app.component("prmFullView", {
    template:
      '<main class="page"><h1>A record</h1><h2>Get It</h2><prm-alma-viewit-items><md-list><md-list-item ng-repeat="service in $ctrl.filteredServices()">' +
      '<a translate="{{service.name}} " ng-href="{{service.serviceUrl}}" target="_blank" class="arrow-link">{{service.name}}</a>' +
      "</md-list-item></md-list></prm-alma-viewit-items></main>",
    controller: ["$http", function ($http) {
      var services = [];
      this.filteredServices = function () { return services; };
      $http.get("/primaws/rest/pub/services").then(function (answer) { services = answer.data; });
    }],
  });

  angular.element(document).ready(function () { angular.bootstrap(document, ["primo"]); });
})();
