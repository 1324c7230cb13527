extension DepartmentPlan {
  /// The departments of internal medicine and its neighbors.
  static let medical: [DepartmentPlan] = [
    DepartmentPlan(
      "Medicine",
      [
        .residency("Internal Medicine", years: 3, places: 52),
        .residency("Internal Medicine (North Ellery)", years: 3, places: 20).at(.general),
        .residency("Internal Medicine and Pediatrics", years: 4, places: 6),
        .residency("Preliminary Medicine", years: 1, places: 14),
        .residency("Transitional Year", years: 1, places: 12).at(.general),
        .fellowship("Allergy and Immunology", from: 4, years: 2, places: 2),
        .fellowship("Cardiovascular Disease", from: 4, years: 3, places: 8),
        .fellowship("Clinical Cardiac Electrophysiology", from: 7, years: 2, places: 2)
          .after("Cardiovascular Disease"),
        .fellowship("Advanced Heart Failure and Transplant Cardiology", from: 7, places: 2)
          .after("Cardiovascular Disease"),
        .fellowship("Interventional Cardiology", from: 7, places: 3)
          .after("Cardiovascular Disease"),
        .fellowship("Endocrinology, Diabetes and Metabolism", from: 4, years: 2, places: 4),
        .fellowship("Gastroenterology", from: 4, years: 3, places: 6),
        .fellowship("Transplant Hepatology", from: 7).after("Gastroenterology"),
        .fellowship("Infectious Disease", from: 4, years: 2, places: 4),
        .fellowship("Nephrology", from: 4, years: 2, places: 4),
        .fellowship("Pulmonary Disease and Critical Care Medicine", from: 4, years: 3, places: 7),
        .fellowship("Rheumatology", from: 4, years: 2, places: 3),
      ]),
    DepartmentPlan(
      "Oncology",
      [
        .fellowship("Hematology and Medical Oncology", from: 4, years: 3, places: 8)
          .after("Internal Medicine")
      ]),
    DepartmentPlan(
      "Critical Care Medicine",
      [
        .fellowship("Critical Care Medicine", from: 4, years: 2, places: 4)
          .after("Internal Medicine")
      ]),
    DepartmentPlan(
      "Geriatrics and Palliative Medicine",
      [
        .fellowship("Geriatric Medicine", from: 4, places: 4).at(.veterans)
          .after("Internal Medicine"),
        .fellowship("Hospice and Palliative Medicine", from: 4, places: 4)
          .after("Internal Medicine"),
      ]),
    DepartmentPlan(
      "Sleep Medicine",
      [.fellowship("Sleep Medicine", from: 4, places: 3).after("Internal Medicine")]),
    DepartmentPlan(
      "Biomedical Informatics",
      [
        .fellowship("Clinical Informatics", from: 4, years: 2, places: 3)
          .after("Internal Medicine")
      ]),
    DepartmentPlan(
      "Medical Genetics and Genomics",
      [.residency("Medical Genetics and Genomics", years: 2, places: 2, from: 3)]),
    DepartmentPlan(
      "Family Medicine",
      [
        .residency("Family Medicine", years: 3, places: 12),
        .residency("Family Medicine (North Ellery)", years: 3, places: 8).at(.general),
        .fellowship("Primary Care Sports Medicine", from: 4, places: 2),
      ]),
    DepartmentPlan(
      "Emergency Medicine",
      [
        .residency("Emergency Medicine", years: 3, places: 16),
        .residency("Emergency Medicine (North Ellery)", years: 3, places: 12).at(.general),
        .fellowship("Emergency Medical Services", from: 4, places: 2),
        .fellowship("Medical Toxicology", from: 4, years: 2),
      ]),
    DepartmentPlan(
      "Preventive Medicine",
      [
        .residency("Preventive Medicine", years: 2, places: 4, from: 2),
        .residency("Occupational and Environmental Medicine", years: 2, places: 2, from: 2),
      ]),
    DepartmentPlan(
      "Physical Medicine and Rehabilitation",
      [
        .residency("Physical Medicine and Rehabilitation", years: 3, places: 8, from: 2),
        .fellowship("Spinal Cord Injury Medicine", from: 5).at(.veterans),
        .fellowship("Brain Injury Medicine", from: 5, places: 2),
      ]),
    DepartmentPlan(
      "Neurology",
      [
        .residency("Neurology", years: 4, places: 11),
        .residency("Child Neurology", years: 3, places: 2, from: 3).at(.children),
        .fellowship("Clinical Neurophysiology", from: 5, places: 2),
        .fellowship("Epilepsy", from: 5, places: 2),
        .fellowship("Vascular Neurology", from: 5, places: 3),
        .fellowship("Neurocritical Care", from: 5, years: 2, places: 2),
      ]),
    DepartmentPlan(
      "Psychiatry",
      [
        .residency("Psychiatry", years: 4, places: 14),
        .fellowship("Child and Adolescent Psychiatry", from: 5, years: 2, places: 5)
          .at(.children),
        .fellowship("Addiction Psychiatry", from: 5, places: 2).at(.veterans),
        .fellowship("Consultation-Liaison Psychiatry", from: 5, places: 2),
        .fellowship("Forensic Psychiatry", from: 5, places: 2),
        .fellowship("Geriatric Psychiatry", from: 5, places: 2).at(.veterans),
      ]),
    DepartmentPlan(
      "Dermatology",
      [
        .residency("Dermatology", years: 3, places: 5, from: 2),
        .fellowship("Dermatopathology", from: 5),
        .fellowship("Micrographic Surgery and Dermatologic Oncology", from: 5),
      ]),
  ]
}
