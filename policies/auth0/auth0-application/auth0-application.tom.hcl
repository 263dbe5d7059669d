policy_metadata "auth0-api-rbac" {
  demand   = "least-privilege"
  severity = "high"
  title = {
    de = "APIs in Auth0 prüfen die Rollen ihrer Benutzer"
    en = "APIs in Auth0 check the roles of their users"
  }
  description = {
    de = "Ohne enforce_policies gelten die Rollen aus Auth0 für die API nicht; der Schalter ist zunächst aus."
    en = "Without enforce_policies the roles of Auth0 do not apply to the API; the switch is off by default."
  }
  applies_to = [
    "resource_policy.auth0_resource_server.rbac",
  ]
  links = {
    "Provider argument" = "https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/resource_server#enforce_policies"
    "RBAC for APIs"     = "https://auth0.com/docs/get-started/apis/enable-role-based-access-control-for-apis"
  }

  fix "enforce-rbac" {
    title = {
      de = "Rollen durchsetzen"
      en = "Enforce roles"
    }
    action = "set_argument"
    path   = "enforce_policies"
    value  = true
    safe   = false
  }
}

policy_metadata "auth0-application-grants" {
  demand   = "least-privilege"
  severity = "high"
  title = {
    de = "Anwendungen in Auth0 nutzen sichere Anmeldewege"
    en = "Applications in Auth0 use safe flows"
  }
  description = {
    de = "Beim Passwort-Grant sieht die Anwendung das Kennwort und umgeht den zweiten Faktor; der implizite Grant zeigt das Token in der Adresszeile."
    en = "With the password grant the application sees the password and goes around the second factor; the implicit grant shows the token in the address."
  }
  applies_to = [
    "resource_policy.auth0_client.safe_grants",
  ]
  links = {
    "Provider argument" = "https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/client#grant_types"
    "Grant types"       = "https://auth0.com/docs/get-started/applications/application-grant-types"
  }

  fix "code-flow" {
    title = {
      de = "Authorization-Code-Grant verwenden"
      en = "Use the authorization code grant"
    }
    action = "describe"
  }
}

policy_metadata "auth0-application-https" {
  demand   = "secure-transport-only"
  severity = "high"
  title = {
    de = "Anwendungen in Auth0 empfangen Token nur über HTTPS"
    en = "Applications in Auth0 receive tokens over HTTPS only"
  }
  description = {
    de = "Rücksprung-, Abmelde- und Ursprungsadressen sind HTTPS-Adressen ohne Platzhalter. Ausgenommen sind der eigene Rechner und Schemata von Apps."
    en = "Callback, logout and origin addresses are HTTPS addresses without wildcards. One's own machine and the schemes of apps are excepted."
  }
  applies_to = [
    "resource_policy.auth0_client.https_only",
  ]
  links = {
    "Provider argument" = "https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/client#callbacks"
    "Redirect users"    = "https://auth0.com/docs/authenticate/login/redirect-users-after-login"
  }

  fix "use-https" {
    title = {
      de = "HTTPS-Adressen verwenden"
      en = "Use HTTPS addresses"
    }
    action = "describe"
  }
}

policy_metadata "auth0-connection-own-keys" {
  demand   = "default-credentials"
  severity = "high"
  title = {
    de = "Soziale Anmeldungen nutzen eigene Schlüssel"
    en = "Social logins use keys of their own"
  }
  description = {
    de = "Ohne client_id meldet Auth0 mit seinen gemeinsamen Entwicklerschlüsseln an: ein Standardzugang, der still funktioniert und Auth0 als Empfänger der Daten nennt."
    en = "Without a client_id Auth0 signs in with its shared developer keys: a default credential that works silently and names Auth0 as the recipient of the data."
  }
  applies_to = [
    "resource_policy.auth0_connection.own_keys",
  ]
  links = {
    "Provider argument" = "https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/connection#client_id"
    "Developer keys"    = "https://auth0.com/docs/authenticate/identity-providers/social-identity-providers/devkeys"
  }

  fix "own-keys" {
    title = {
      de = "Eigene Schlüssel eintragen"
      en = "Use keys of your own"
    }
    action = "describe"
  }
}
