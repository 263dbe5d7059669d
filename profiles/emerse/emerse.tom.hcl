# The technical and organisational measures (TOM) of emerse GmbH as of 18 July 2025, word for word.
#
# Every measure has the document's heading as its German title and the document's sentence as its text. The promises
# under it repeat that sentence piece by piece: loading this file fails if a word of the sentence is in no promise.
# A promise names the demands that policies decide, or says what a person must show because no Terraform can, or both.
#
# A demand stands where the document makes it, so one demand may stand under several measures. No demand and no number
# goes beyond the document; where it leaves something open, the parameter says how it is read and why.

profile "emerse" {
  title = {
    de = "TOM der emerse GmbH, Stand 18.07.2025"
    en = "TOM of emerse GmbH as of 18 July 2025"
  }
  document = {
    title  = "Technische und organisatorische Maßnahmen (TOM)"
    date   = "2025-07-18"
    issuer = "emerse GmbH | Werneckstr. 8 | 80802 München"
  }

  # ---------------------------------------------------------------------------------------------------- Allgemeines

  measure "review" {
    section = "Allgemeines"
    title = {
      de = "Verfahren zur regelmäßigen Überprüfung, Bewertung und Evaluierung der Wirksamkeit der technischen und organisatorischen Maßnahmen zur Gewährleistung der Sicherheit der Verarbeitung"
      en = "Regular testing, assessment and evaluation of the effectiveness of the measures"
    }
    text = "Monatliche ISMS-Review-Termine, Mitarbeitertraining, regelmäßige Risikoanalysen und Anpassung der TOM bei Bedarf."

    promise "Monatliche ISMS-Review-Termine" {
      en = "Monthly ISMS review meetings"
      organisational = {
        de = "Protokolle der ISMS-Termine der letzten zwölf Monate; Läufe dieser Prüfung aus der CI gehören als Anlage dazu"
        en = "Minutes of the ISMS meetings of the last twelve months; runs of this check in CI belong to them as an annex"
      }
    }
    promise "Mitarbeitertraining" {
      en = "Training of staff"
      organisational = {
        de = "Schulungsplan und Teilnahmenachweise"
        en = "Training plan and records of attendance"
      }
    }
    promise "regelmäßige Risikoanalysen" {
      en = "Regular risk analyses"
      organisational = {
        de = "Die letzte Risikoanalyse mit Datum und die davor"
        en = "The last risk analysis with its date, and the one before"
      }
    }
    promise "und Anpassung der TOM bei Bedarf" {
      en = "Adaptation of the TOM where needed"
      organisational = {
        de = "Versionsgeschichte der TOM mit Anlass jeder Änderung"
        en = "Version history of the TOM with the reason of each change"
      }
    }
  }

  measure "system-configuration" {
    section = "Allgemeines"
    title = {
      de = "Maßnahmen zur Gewährleistung der Systemkonfiguration, einschließlich der Standardkonfiguration"
      en = "System configuration, including default configuration"
    }
    text = "Infrastructure‑as‑Code (Terraform), Deaktivierung unnötiger Dienste, sofortiges Ändern aller Default‑Passwörter, Änderungen nur per 4‑Augen‑Change‑Management."

    promise "Infrastructure‑as‑Code (Terraform)" {
      en = "Infrastructure as code (Terraform)"
      organisational = {
        de = "Abgleich, dass nichts neben Terraform betrieben wird: Inventar der Konten gegen den State, Plan ohne Abweichung"
        en = "Comparison that nothing runs beside Terraform: inventory of the accounts against the state, a plan without drift"
      }
    }
    promise "Deaktivierung unnötiger Dienste" {
      en      = "Unneeded services are switched off"
      demands = ["unneeded-services"]
    }
    # A password that is written in code is one that everybody who reads the repository has from the start.
    promise "sofortiges Ändern aller Default‑Passwörter" {
      en      = "All default passwords are changed at once"
      demands = ["default-credentials", "secrets-in-code"]
    }
    promise "Änderungen nur per 4‑Augen‑Change‑Management" {
      en      = "Changes only by four-eyes change management"
      demands = ["four-eyes"]
      organisational = {
        de = "Stichprobe von Änderungen mit Antrag, Freigabe durch eine zweite Person und Umsetzung"
        en = "A sample of changes with request, approval by a second person and execution"
      }
    }
  }

  measure "governance" {
    section = "Allgemeines"
    title = {
      de = "Maßnahmen für die interne Governance und Verwaltung der IT und der IT-Sicherheit"
      en = "Internal governance and management of IT and IT security"
    }
    text = "ISO 27001‑basiertes ISMS mit verbindlichen Policies (Access, Incident, Change), klaren Rollen (Owner, Admin, User), jährlichem Management‑Review und externem Datenschutzbeauftragten."

    promise "ISO 27001‑basiertes ISMS mit verbindlichen Policies (Access, Incident, Change)" {
      en = "An ISMS based on ISO 27001 with binding policies (access, incident, change)"
      organisational = {
        de = "Die drei Richtlinien in gültiger Fassung mit Freigabe"
        en = "The three policies in their valid version with their approval"
      }
    }
    promise "klaren Rollen (Owner, Admin, User)" {
      en = "Clear roles (owner, admin, user)"
      organisational = {
        de = "Rollenmatrix mit Namen; ob die Rechte dazu passen, zeigt die Maßnahme „identification“"
        en = "Matrix of roles with names; whether the rights fit them is shown by the measure \"identification\""
      }
    }
    promise "jährlichem Management‑Review" {
      en = "Annual management review"
      organisational = {
        de = "Protokoll des letzten Management-Reviews, höchstens ein Jahr alt"
        en = "Minutes of the last management review, at most a year old"
      }
    }
    promise "und externem Datenschutzbeauftragten" {
      en = "External data protection officer"
      organisational = {
        de = "Benennung und Meldung an die Aufsichtsbehörde"
        en = "Appointment and notification of the supervisory authority"
      }
    }
  }

  measure "certification" {
    section = "Allgemeines"
    title = {
      de = "Maßnahmen zur Zertifizierung/Qualitätssicherung von Prozessen und Produkten"
      en = "Certification and quality assurance of processes and products"
    }
    text = "ISO 27001‑Audit läuft (Abschluss 2025); ISMS nach ISO 27001 mit dokumentierten Prozessen, Risikobewertungen, Incident‑Response‑Plan und jährlichen Mitarbeiterschulungen."

    promise "ISO 27001‑Audit läuft (Abschluss 2025)" {
      en = "The ISO 27001 audit is under way (to be completed in 2025)"
      organisational = {
        de = "Zertifikat oder Auditbericht; ist 2025 vorbei und das Audit nicht abgeschlossen, stimmt der Satz nicht mehr"
        en = "Certificate or audit report; if 2025 is over and the audit is not completed, the sentence is no longer true"
      }
    }
    promise "ISMS nach ISO 27001 mit dokumentierten Prozessen" {
      en = "ISMS according to ISO 27001 with documented processes"
      organisational = {
        de = "Verzeichnis der Prozesse und ihrer Dokumentation"
        en = "List of the processes and their documentation"
      }
    }
    promise "Risikobewertungen" {
      en = "Risk assessments"
      organisational = {
        de = "Risikoregister mit Datum der letzten Bewertung"
        en = "Risk register with the date of the last assessment"
      }
    }
    promise "Incident‑Response‑Plan" {
      en = "Incident response plan"
      organisational = {
        de = "Der Plan in gültiger Fassung und Nachweis der letzten Übung"
        en = "The plan in its valid version and proof of the last exercise"
      }
    }
    promise "und jährlichen Mitarbeiterschulungen" {
      en = "Annual training of staff"
      organisational = {
        de = "Teilnahmenachweise des laufenden Jahres"
        en = "Records of attendance of the current year"
      }
    }
  }

  measure "data-minimisation" {
    section = "Allgemeines"
    title = {
      de = "Maßnahmen zur Gewährleistung der Datenminimierung"
      en = "Data minimisation"
    }
    text = "Erhebung nur erforderlicher Felder, Pseudonymisierung wo möglich, Speicherfristen gemäß Löschkonzept, rollenbasiertes „Need‑to‑Know“, regelmäßige Prüfungen."

    promise "Erhebung nur erforderlicher Felder" {
      en = "Only required fields are collected"
      organisational = {
        de = "Verzeichnis der Verarbeitungstätigkeiten mit Zweck je Feld"
        en = "Record of processing activities with the purpose of each field"
      }
    }
    promise "Pseudonymisierung wo möglich" {
      en = "Pseudonymisation where possible"
      organisational = {
        de = "Beschreibung, welche Daten pseudonymisiert sind und welche nicht, mit Grund"
        en = "Description of which data is pseudonymised and which is not, with the reason"
      }
    }
    promise "Speicherfristen gemäß Löschkonzept" {
      en      = "Storage periods according to the deletion concept"
      demands = ["erasure-lifecycle"]
      organisational = {
        de = "Das Löschkonzept; die Fristen im Code sind daran zu messen"
        en = "The deletion concept; the periods in code are to be measured by it"
      }
    }
    promise "rollenbasiertes „Need‑to‑Know“" {
      en      = "Role-based need-to-know"
      demands = ["least-privilege", "no-public-access"]
    }
    promise "regelmäßige Prüfungen" {
      en = "Regular checks"
      organisational = {
        de = "Protokoll der letzten Prüfung von Feldern, Fristen und Rollen"
        en = "Minutes of the last check of fields, periods and roles"
      }
    }
  }

  measure "traffic-data-retention" {
    section = "Allgemeines"
    title = {
      de = "Maßnahmen zur Vermeidung einer Vorratsdatenspeicherung"
      en = "Avoidance of data retention without a purpose"
    }
    text = "Verkehrsdaten max. 10 Wochen, Zugriff nur für wenige Admins, Nutzung ausschließlich zur Serviceerbringung / Fehleranalyse, anschließende automatische Löschung."

    promise "Verkehrsdaten max. 10 Wochen" {
      en      = "Traffic data for at most 10 weeks"
      demands = ["traffic-retention-max"]
    }
    promise "Zugriff nur für wenige Admins" {
      en      = "Access only for a few admins"
      demands = ["least-privilege"]
      organisational = {
        de = "Liste der Personen mit Zugriff auf Verkehrsdaten"
        en = "List of the people who have access to traffic data"
      }
    }
    promise "Nutzung ausschließlich zur Serviceerbringung / Fehleranalyse" {
      en = "Use only for providing the service and analysing faults"
      organisational = {
        de = "Zweckbindung im Verzeichnis der Verarbeitungstätigkeiten"
        en = "Limitation of purpose in the record of processing activities"
      }
    }
    # The settings that limit the period are the ones that delete.
    promise "anschließende automatische Löschung" {
      en      = "Automatic deletion afterwards"
      demands = ["traffic-retention-max"]
    }
  }

  measure "accountability" {
    section = "Allgemeines"
    title = {
      de = "Maßnahmen zur Gewährleistung der Rechenschaftspflicht"
      en = "Accountability"
    }
    text = "Vollständige Protokollierung (Auth0, CloudWatch, CloudTrail, Azure Logs), Aufbewahrung 30–90 Tage; Verzeichnis der AV‑Verträge, externer DSB (Kertos), jährliche Management‑Reviews und Nachweisführung."

    promise "Vollständige Protokollierung (Auth0, CloudWatch, CloudTrail, Azure Logs)" {
      en      = "Complete logging (Auth0, CloudWatch, CloudTrail, Azure logs)"
      demands = ["audit-log-present", "audit-log-enabled"]
    }
    promise "Aufbewahrung 30–90 Tage" {
      en      = "Retention for 30 to 90 days"
      demands = ["log-retention-min", "log-retention-max"]
    }
    promise "Verzeichnis der AV‑Verträge" {
      en = "Register of data processing agreements"
      organisational = {
        de = "Das Verzeichnis, mit jedem Dienstleister, den die Terraform-Provider nennen"
        en = "The register, with every processor that the Terraform providers name"
      }
    }
    promise "externer DSB (Kertos)" {
      en = "External data protection officer (Kertos)"
      organisational = {
        de = "Vertrag mit dem Datenschutzbeauftragten"
        en = "Contract with the data protection officer"
      }
    }
    promise "jährliche Management‑Reviews und Nachweisführung" {
      en = "Annual management reviews and keeping of evidence"
      organisational = {
        de = "Protokoll des letzten Management-Reviews und Ablage der Nachweise"
        en = "Minutes of the last management review and the archive of evidence"
      }
    }
  }

  measure "erasure" {
    section = "Allgemeines"
    title = {
      de = "Maßnahmen zur Ermöglichung der Datenübertragbarkeit und zur Gewährleistung der Löschung"
      en = "Data portability and erasure"
    }
    text = "Self‑Service‑Export / Löschung des Trainingsfortschritts; Kontolöschung auf Anfrage oder automatisch nach 364 Tagen Inaktivität; sichere Datenvernichtung gemäß BSI‑Standard, Backups 14 Tage."

    promise "Self‑Service‑Export / Löschung des Trainingsfortschritts" {
      en = "Self-service export and deletion of training progress"
      organisational = {
        de = "Vorführung oder Test beider Funktionen in der Anwendung"
        en = "Demonstration or test of both functions in the application"
      }
    }
    # The application closes the account; the stores must not keep what it deletes.
    promise "Kontolöschung auf Anfrage oder automatisch nach 364 Tagen Inaktivität" {
      en      = "Accounts are deleted on request, or automatically after 364 days of inactivity"
      demands = ["erasure-lifecycle"]
      organisational = {
        de = "Test der Löschung in der Anwendung und Nachweis des Laufs, der inaktive Konten löscht"
        en = "Test of the deletion in the application and proof of the job that deletes inactive accounts"
      }
    }
    promise "sichere Datenvernichtung gemäß BSI‑Standard" {
      en = "Secure destruction of data according to the BSI standard"
      organisational = {
        de = "Nachweise von AWS und Azure zur Vernichtung von Datenträgern (C5, ISO 27001) und Verfahren für eigene Geräte"
        en = "Attestations of AWS and Azure on the destruction of media (C5, ISO 27001) and the procedure for own devices"
      }
    }
    promise "Backups 14 Tage" {
      en      = "Backups for 14 days"
      demands = ["backup-retention-max"]
    }
  }

  # -------------------------------------------------------------------------------------------------- Vertraulichkeit

  measure "encryption" {
    section = "Vertraulichkeit"
    title = {
      de = "Maßnahmen der Pseudonymisierung und Verschlüsselung personenbezogener Daten"
      en = "Pseudonymisation and encryption of personal data"
    }
    text = "Pseudonymisierte Benutzer‑IDs; TLS 1.2/1.3 für alle externen Verbindungen; AES‑256‑Verschlüsselung in AWS S3 (SSE‑S3); Auth0‑Daten verschlüsselt at rest."

    promise "Pseudonymisierte Benutzer‑IDs" {
      en = "Pseudonymised user IDs"
      organisational = {
        de = "Beschreibung, wie die IDs entstehen und wo die Zuordnung liegt"
        en = "Description of how the IDs are made and where their assignment is kept"
      }
    }
    promise "TLS 1.2/1.3 für alle externen Verbindungen" {
      en      = "TLS 1.2 or 1.3 for all external connections"
      demands = ["tls-1-2", "secure-transport-only"]
    }
    promise "AES‑256‑Verschlüsselung in AWS S3 (SSE‑S3)" {
      en      = "AES-256 encryption in AWS S3 (SSE-S3)"
      demands = ["s3-aes-256"]
    }
    promise "Auth0‑Daten verschlüsselt at rest" {
      en = "Auth0 data is encrypted at rest"
      organisational = {
        de = "Zusicherung von Auth0 (Vertrag oder Sicherheitsdokumentation); im Mandanten ist das nicht einstellbar"
        en = "Assurance of Auth0 (contract or security documentation); a tenant has no setting for it"
      }
    }
  }

  measure "identification" {
    section = "Vertraulichkeit"
    title = {
      de = "Maßnahmen zur Identifizierung und Autorisierung der Nutzer"
      en = "Identification and authorisation of users"
    }
    text = "Zentrale Auth0‑RBAC, eindeutige User‑IDs, 2FA für Admin‑Konten, strenge Passwort‑Policy (NIST‑konform) und Least‑Privilege‑Rollen (Owner / Admin / User)."

    promise "Zentrale Auth0‑RBAC" {
      en      = "Central RBAC in Auth0"
      demands = ["least-privilege"]
    }
    promise "eindeutige User‑IDs" {
      en = "Unique user IDs"
      organisational = {
        de = "Benutzerlisten von Auth0, AWS, Azure und GitHub ohne Sammelkonten"
        en = "User lists of Auth0, AWS, Azure and GitHub without shared accounts"
      }
    }
    promise "2FA für Admin‑Konten" {
      en      = "Two-factor authentication for admin accounts"
      demands = ["mfa"]
      organisational = {
        de = "2FA der AWS-Root-Konten und Pflicht zur 2FA in der GitHub-Organisation: beides ist in Terraform nicht sichtbar"
        en = "2FA of the AWS root accounts and required 2FA in the GitHub organisation: neither is visible in Terraform"
      }
    }
    promise "strenge Passwort‑Policy (NIST‑konform)" {
      en      = "Strict password policy (according to NIST)"
      demands = ["password-policy", "secrets-in-code"]
    }
    promise "und Least‑Privilege‑Rollen (Owner / Admin / User)" {
      en      = "Least-privilege roles (owner, admin, user)"
      demands = ["least-privilege"]
    }
  }

  measure "transit" {
    section = "Vertraulichkeit"
    title = {
      de = "Maßnahmen zum Schutz der Daten während der Übermittlung"
      en = "Protection of data in transit"
    }
    text = "Durchgängig TLS 1.2/1.3; VPN für Remote‑Zugriffe; signierte AWS-S3‑URLs; HSTS und TLS‑Only‑Security‑Headers auf allen Web‑Endpunkten."

    promise "Durchgängig TLS 1.2/1.3" {
      en      = "TLS 1.2 or 1.3 throughout"
      demands = ["tls-1-2", "secure-transport-only"]
    }
    promise "VPN für Remote‑Zugriffe" {
      en      = "VPN for remote access"
      demands = ["remote-access-vpn"]
      organisational = {
        de = "Konfiguration des VPN und Liste derer, die es nutzen; der Code zeigt nur, dass kein anderer Zugang offen ist"
        en = "Configuration of the VPN and the list of its users; code only shows that no other access is open"
      }
    }
    promise "signierte AWS-S3‑URLs" {
      en      = "Signed AWS S3 URLs"
      demands = ["signed-urls", "no-public-access"]
    }
    promise "HSTS und TLS‑Only‑Security‑Headers auf allen Web‑Endpunkten" {
      en      = "HSTS and TLS-only security headers on all web endpoints"
      demands = ["hsts", "secure-transport-only"]
    }
  }

  measure "storage" {
    section = "Vertraulichkeit"
    title = {
      de = "Maßnahmen zum Schutz der Daten während der Speicherung"
      en = "Protection of data in storage"
    }
    text = "AWS S3 AES‑256 (SSE‑S3), nur pseudonymisierte Daten in AWS RDS, KMS‑Schlüsselverwaltung; tägliche Backups (14 Tage) verschlüsselt."

    promise "AWS S3 AES‑256 (SSE‑S3)" {
      en      = "AWS S3 with AES-256 (SSE-S3)"
      demands = ["s3-aes-256"]
    }
    promise "nur pseudonymisierte Daten in AWS RDS" {
      en = "Only pseudonymised data in AWS RDS"
      organisational = {
        de = "Datenmodell der Datenbanken mit Kennzeichnung personenbezogener Felder"
        en = "Data model of the databases with personal fields marked"
      }
    }
    # What KMS manages are the keys that every store but S3 is encrypted with.
    promise "KMS‑Schlüsselverwaltung" {
      en      = "Management of keys by KMS"
      demands = ["kms-management", "encryption-at-rest", "key-deletion-protection"]
    }
    promise "tägliche Backups (14 Tage) verschlüsselt" {
      en      = "Daily backups (14 days), encrypted"
      demands = ["backup-daily", "backup-retention-min", "backup-retention-max", "backup-encrypted"]
    }
  }

  measure "physical" {
    section = "Vertraulichkeit"
    title = {
      de = "Maßnahmen zur Gewährleistung der physischen Sicherheit von Orten, an denen personenbezogene Daten verarbeitet werden"
      en = "Physical security of the places where personal data is processed"
    }
    text = "Verarbeitung ausschließlich in AWS & Azure Rechenzentren mit 24/7 Wachschutz, CCTV, biometrischem Zutritt; kein eigenes Rechenzentrum, Home‑Office‑Policy mit VPN, Firewall und verschlüsselten Geräten."

    promise "Verarbeitung ausschließlich in AWS & Azure Rechenzentren" {
      en      = "Processing only in data centres of AWS and Azure"
      demands = ["data-centres"]
    }
    promise "mit 24/7 Wachschutz, CCTV, biometrischem Zutritt" {
      en = "With guards around the clock, CCTV and biometric access"
      organisational = {
        de = "Gültige Testate von AWS und Azure (C5, SOC 2, ISO 27001) für die genutzten Regionen"
        en = "Valid attestations of AWS and Azure (C5, SOC 2, ISO 27001) for the regions in use"
      }
    }
    promise "kein eigenes Rechenzentrum" {
      en      = "No data centre of its own"
      demands = ["data-centres"]
      organisational = {
        de = "Inventar ohne eigene Server"
        en = "Inventory without servers of its own"
      }
    }
    promise "Home‑Office‑Policy mit VPN, Firewall und verschlüsselten Geräten" {
      en = "Home office policy with VPN, firewall and encrypted devices"
      organisational = {
        de = "Die Richtlinie in gültiger Fassung und Bericht der Geräteverwaltung"
        en = "The policy in its valid version and a report of the device management"
      }
    }
  }

  # ------------------------------------------------------------------------------------------------------- Integrität

  measure "event-logging" {
    section = "Integrität"
    title = {
      de = "Maßnahmen zur Gewährleistung der Protokollierung von Ereignissen"
      en = "Logging of events"
    }
    text = "Zentrale Audit‑Logs in Auth0, AWS CloudWatch/CloudTrail und Azure Logs; erfassen Logins, API‑Calls, Admin‑Aktionen; Zeitstempel per NTP synchronisiert; 30‑90 Tage Aufbewahrung, manipulationssichere Speicherung."

    promise "Zentrale Audit‑Logs in Auth0, AWS CloudWatch/CloudTrail und Azure Logs" {
      en      = "Central audit logs in Auth0, AWS CloudWatch/CloudTrail and Azure logs"
      demands = ["audit-log-present"]
    }
    promise "erfassen Logins, API‑Calls, Admin‑Aktionen" {
      en      = "They record logins, API calls and actions of admins"
      demands = ["audit-log-enabled"]
    }
    promise "Zeitstempel per NTP synchronisiert" {
      en = "Timestamps are synchronised by NTP"
      organisational = {
        de = "Zeitquelle der eigenen Server; verwaltete Dienste stellen die Zeit selbst"
        en = "Time source of the own servers; managed services keep the time themselves"
      }
    }
    promise "30‑90 Tage Aufbewahrung" {
      en      = "Retention for 30 to 90 days"
      demands = ["log-retention-min", "log-retention-max"]
    }
    promise "manipulationssichere Speicherung" {
      en      = "Tamper-proof storage"
      demands = ["audit-log-integrity", "tamper-proof-storage"]
    }
  }

  # ------------------------------------------------------------------------------------------------------- Parameters
  #
  # `min` and `max` are what the document promises: no profile on top of this one and no `--param` may go beyond.

  parameter "s3_sse_algorithms" {
    type   = list(string)
    value  = ["AES256", "aws:kms", "aws:kms:dsse"]
    demand = "s3-aes-256"
    description = {
      de = "Die TOM nennt SSE-S3. SSE-KMS und DSSE-KMS verschlüsseln ebenso mit AES-256 und fügen einen verwalteten Schlüssel hinzu."
      en = "The TOM names SSE-S3. SSE-KMS and DSSE-KMS encrypt with AES-256 as well and add a managed key."
    }
  }

  parameter "s3_sse_explicit" {
    type   = bool
    value  = false
    demand = "s3-aes-256"
    description = {
      de = "Seit dem 5. Januar 2023 verschlüsselt S3 jedes neue Objekt mit SSE-S3, auch ohne Konfiguration; die Zusage ist damit erfüllt. `true` verlangt die Verschlüsselung im Code, etwa als Nachweis für ältere Buckets."
      en = "Since 5 January 2023 S3 encrypts every new object with SSE-S3, without any configuration, which keeps the promise. `true` demands the encryption in code, for instance as evidence for older buckets."
    }
  }

  parameter "tls_min_version" {
    type   = string
    value  = "1.2"
    demand = "tls-1-2"
    description = {
      de = "„TLS 1.2/1.3“: nichts Älteres."
      en = "\"TLS 1.2/1.3\": nothing older."
    }
  }

  parameter "backup_retention_min_days" {
    type   = number
    value  = 14
    unit   = "days"
    min    = 14
    demand = "backup-retention-min"
    description = {
      de = "„tägliche Backups (14 Tage)“: kürzer bricht die Zusage zur Speicherung."
      en = "\"Daily backups (14 days)\": fewer break the promise on storage."
    }
  }

  parameter "backup_retention_max_days" {
    type   = number
    value  = 14
    unit   = "days"
    max    = 14
    demand = "backup-retention-max"
    description = {
      de = "„Backups 14 Tage“ unter Löschung: länger bricht die Zusage, dass Gelöschtes verschwindet."
      en = "\"Backups 14 days\" under erasure: more break the promise that what is deleted is gone."
    }
  }

  parameter "log_retention_min_days" {
    type   = number
    value  = 30
    unit   = "days"
    min    = 30
    max    = 90
    demand = "log-retention-min"
    description = {
      de = "„Aufbewahrung 30–90 Tage“."
      en = "\"Retention for 30 to 90 days\"."
    }
  }

  parameter "log_retention_max_days" {
    type   = number
    value  = 90
    unit   = "days"
    min    = 30
    max    = 90
    demand = "log-retention-max"
    description = {
      de = "„Aufbewahrung 30–90 Tage“. Was Verkehrsdaten enthält, endet früher: siehe `traffic_retention_max_days`."
      en = "\"Retention for 30 to 90 days\". What holds traffic data ends earlier: see `traffic_retention_max_days`."
    }
  }

  parameter "traffic_retention_max_days" {
    type   = number
    value  = 70
    unit   = "days"
    max    = 70
    demand = "traffic-retention-max"
    description = {
      de = "„Verkehrsdaten max. 10 Wochen“: Flow-, Zugriffs-, DNS-, WAF- und VPN-Logs."
      en = "\"Traffic data for at most 10 weeks\": flow, access, DNS, WAF and VPN logs."
    }
  }

  parameter "password_min_length" {
    type   = number
    value  = 15
    unit   = "characters"
    min    = 8
    max    = 64
    demand = "password-policy"
    description = {
      de = "„NIST-konform“: SP 800-63B-4 verlangt 15 Zeichen, wo das Passwort der einzige Faktor ist, und 8 neben einem zweiten. Die TOM sagt 2FA nur für Admin-Konten zu, also gilt 15; mit 2FA für alle genügt 8."
      en = "\"According to NIST\": SP 800-63B-4 demands 15 characters where the password is the only factor, and 8 beside a second one. The TOM promises 2FA for admin accounts only, hence 15; with 2FA for all, 8 will do."
    }
  }

  # The document names no region: it promises data centres of AWS and Azure. So the lists hold the regions that the two
  # operate themselves, all over the world, and leave out those that others run under licence (AWS: Beijing by Sinnet,
  # Ningxia by NWCD; Azure: China by 21Vianet, Jio India). Who promises the EU says so in a profile on top of this one.

  parameter "allowed_regions_aws" {
    type = list(string)
    value = [
      "af-south-1", "ap-east-1", "ap-east-2", "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1",
      "ap-south-2", "ap-southeast-1", "ap-southeast-2", "ap-southeast-3", "ap-southeast-4", "ap-southeast-5",
      "ap-southeast-6", "ap-southeast-7", "ca-central-1", "ca-west-1", "eu-central-1", "eu-central-2", "eu-north-1",
      "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-2", "eu-west-3", "eusc-de-east-1", "il-central-1",
      "me-central-1", "me-south-1", "mx-central-1", "sa-east-1", "us-east-1", "us-east-2", "us-gov-east-1",
      "us-gov-west-1", "us-west-1", "us-west-2",
    ]
    demand = "data-centres"
    description = {
      de = "Die TOM sagt Rechenzentren von AWS zu und nennt keine Region: alle, die AWS selbst betreibt. Eine engere Zusage gehört in ein eigenes Profil."
      en = "The TOM promises data centres of AWS and names no region: all that AWS operates itself. A closer promise belongs into a profile of its own."
    }
  }

  parameter "allowed_locations_azure" {
    type = list(string)
    value = [
      "australiacentral", "australiacentral2", "australiaeast", "australiasoutheast", "austriaeast", "belgiumcentral",
      "brazilsouth", "brazilsoutheast", "canadacentral", "canadaeast", "centralindia", "centralus", "chilecentral",
      "denmarkeast", "eastasia", "eastus", "eastus2", "francecentral", "francesouth", "germanynorth",
      "germanywestcentral", "global", "indonesiacentral", "israelcentral", "italynorth", "japaneast", "japanwest",
      "koreacentral", "koreasouth", "malaysiawest", "mexicocentral", "newzealandnorth", "northcentralus",
      "northeurope", "norwayeast", "norwaywest", "polandcentral", "qatarcentral", "southafricanorth",
      "southafricawest", "southcentralus", "southeastasia", "southindia", "spaincentral", "swedencentral",
      "swedensouth", "switzerlandnorth", "switzerlandwest", "uaecentral", "uaenorth", "uksouth", "ukwest",
      "usdodcentral", "usdodeast", "usgovarizona", "usgovtexas", "usgovvirginia", "westcentralus", "westeurope",
      "westindia", "westus", "westus2", "westus3",
    ]
    demand = "data-centres"
    description = {
      de = "Die TOM sagt Rechenzentren von Azure zu und nennt keine Region: alle, die Microsoft selbst betreibt, klein und ohne Leerzeichen geschrieben. Eine engere Zusage gehört in ein eigenes Profil."
      en = "The TOM promises data centres of Azure and names no region: all that Microsoft operates itself, in lowercase and without spaces. A closer promise belongs into a profile of its own."
    }
  }

  parameter "kms_deletion_window_min_days" {
    type   = number
    value  = 7
    unit   = "days"
    min    = 7
    max    = 30
    demand = "key-deletion-protection"
    description = {
      de = "Die TOM nennt keine Frist; 7 Tage sind das Wenigste, was AWS KMS zulässt."
      en = "The TOM names no period; 7 days are the least that AWS KMS admits."
    }
  }

  parameter "key_rotation_max_days" {
    type   = number
    value  = 365
    unit   = "days"
    min    = 90
    max    = 2560
    demand = "kms-management"
    description = {
      de = "Die TOM nennt keine Frist; ein Jahr ist, was AWS KMS ohne Angabe tut, 90 bis 2560 Tage lässt es zu."
      en = "The TOM names no period; a year is what AWS KMS does unless told otherwise, 90 to 2560 days are what it admits."
    }
  }

  parameter "kms_own_keys" {
    type   = bool
    value  = true
    demand = "kms-management"
    description = {
      de = "„KMS-Schlüsselverwaltung“ lässt offen, ob Schlüssel genügen, die AWS in KMS verwaltet. Wo sie benutzt werden, gibt es einen Hinweis, keinen Verstoß; `false` schaltet ihn aus."
      en = "\"Management of keys by KMS\" leaves open whether keys will do that AWS manages in KMS. Where they are used there is a hint and no violation; `false` switches it off."
    }
  }

  parameter "inactive_account_days" {
    type   = number
    value  = 364
    unit   = "days"
    max    = 364
    demand = "erasure-lifecycle"
    description = {
      de = "„automatisch nach 364 Tagen Inaktivität“: für Dienste, die Profile von Nutzern selbst ablaufen lassen."
      en = "\"Automatically after 364 days of inactivity\": for services that let profiles of users expire themselves."
    }
  }

  parameter "waiver_max_days" {
    type  = number
    value = 365
    unit  = "days"
    min   = 1
    max   = 365
    description = {
      de = "Wie lange eine angenommene Abweichung längstens gilt: bis zur jährlichen Management-Bewertung."
      en = "How long an accepted deviation may last: until the annual management review."
    }
  }
}
