extension DepartmentPlan {
  /// The departments of children's medicine.
  static let children: [DepartmentPlan] = [
    DepartmentPlan(
      "Pediatrics",
      [
        .residency("Pediatrics", years: 3, places: 32),
        .fellowship("Adolescent Medicine", from: 4, years: 3),
        .fellowship("Developmental-Behavioral Pediatrics", from: 4, years: 3),
        .fellowship("Neonatal-Perinatal Medicine", from: 4, years: 3, places: 3),
        .fellowship("Pediatric Cardiology", from: 4, years: 3, places: 3),
        .fellowship("Pediatric Critical Care Medicine", from: 4, years: 3, places: 3),
        .fellowship("Pediatric Emergency Medicine", from: 4, years: 3, places: 2),
        .fellowship("Pediatric Endocrinology", from: 4, years: 3),
        .fellowship("Pediatric Gastroenterology", from: 4, years: 3, places: 2),
        .fellowship("Pediatric Hematology-Oncology", from: 4, years: 3, places: 3),
        .fellowship("Pediatric Infectious Diseases", from: 4, years: 3),
        .fellowship("Pediatric Nephrology", from: 4, years: 3),
        .fellowship("Pediatric Pulmonology", from: 4, years: 3),
        .fellowship("Pediatric Rheumatology", from: 4, years: 3),
      ], at: .children)
  ]

  /// The departments that serve the whole hospital.
  static let hospital: [DepartmentPlan] = [
    DepartmentPlan(
      "Anesthesiology",
      [
        .residency("Anesthesiology", years: 4, places: 20),
        .fellowship("Adult Cardiothoracic Anesthesiology", from: 5, places: 3),
        .fellowship("Critical Care Anesthesiology", from: 5, places: 4),
        .fellowship("Obstetric Anesthesiology", from: 5, places: 2),
        .fellowship("Pain Medicine", from: 5, places: 4),
        .fellowship("Pediatric Anesthesiology", from: 5, places: 5).at(.children),
      ]),
    DepartmentPlan(
      "Radiology",
      [
        .residency("Diagnostic Radiology", years: 4, places: 13, from: 2),
        .residency("Integrated Interventional Radiology", years: 5, places: 3, from: 2),
        .fellowship("Breast Imaging", from: 6, places: 3),
        .fellowship("Musculoskeletal Radiology", from: 6, places: 3),
        .fellowship("Neuroradiology", from: 6, places: 5),
        .fellowship("Pediatric Radiology", from: 6, places: 2).at(.children),
      ]),
    DepartmentPlan(
      "Radiation Oncology",
      [.residency("Radiation Oncology", years: 4, places: 3, from: 2)]),
    DepartmentPlan(
      "Pathology and Laboratory Medicine",
      [
        .residency("Anatomic and Clinical Pathology", years: 4, places: 7),
        .fellowship("Blood Banking and Transfusion Medicine", from: 5),
        .fellowship("Cytopathology", from: 5, places: 2),
        .fellowship("Hematopathology", from: 5, places: 2),
        .fellowship("Neuropathology", from: 5, years: 2),
      ]),
  ]
}
