extension DepartmentPlan {
  /// The departments that operate.
  static let surgical: [DepartmentPlan] = [
    DepartmentPlan(
      "Surgery",
      [
        .residency("General Surgery", years: 5, places: 10),
        .residency("General Surgery (North Ellery)", years: 5, places: 4).at(.general),
        .residency("Preliminary Surgery", years: 1, places: 8),
        .fellowship("Abdominal Transplant Surgery", from: 6, years: 2),
        .fellowship("Colon and Rectal Surgery", from: 6, places: 2),
        .fellowship("Complex General Surgical Oncology", from: 6, years: 2, places: 2),
        .fellowship("Pediatric Surgery", from: 6, years: 2).at(.children),
        .fellowship("Surgical Critical Care", from: 6, places: 4),
      ]),
    DepartmentPlan(
      "Cardiothoracic Surgery",
      [
        .residency("Integrated Thoracic Surgery", years: 6, places: 2),
        .fellowship("Thoracic Surgery", from: 6, years: 2, places: 2).after("General Surgery"),
      ]),
    DepartmentPlan(
      "Vascular Surgery",
      [
        .residency("Integrated Vascular Surgery", years: 5, places: 2),
        .fellowship("Vascular Surgery", from: 6, years: 2).after("General Surgery"),
      ]),
    DepartmentPlan(
      "Plastic Surgery",
      [
        .residency("Integrated Plastic Surgery", years: 6, places: 3),
        .fellowship("Craniofacial Surgery", from: 7).at(.children),
      ]),
    DepartmentPlan(
      "Neurological Surgery",
      [
        .residency("Neurological Surgery", years: 7, places: 3),
        .fellowship("Endovascular Surgical Neuroradiology", from: 8),
      ]),
    DepartmentPlan(
      "Orthopedic Surgery",
      [
        .residency("Orthopedic Surgery", years: 5, places: 8),
        .residency("Podiatric Medicine and Surgery", years: 3, places: 3).at(.veterans)
          .with(degree: "DPM"),
        .fellowship("Hand Surgery", from: 6, places: 2),
        .fellowship("Orthopedic Sports Medicine", from: 6, places: 2),
        .fellowship("Orthopedic Surgery of the Spine", from: 6, places: 2),
        .fellowship("Pediatric Orthopedic Surgery", from: 6).at(.children),
      ]),
    DepartmentPlan(
      "Otolaryngology–Head and Neck Surgery",
      [
        .residency("Otolaryngology–Head and Neck Surgery", years: 5, places: 4),
        .fellowship("Neurotology", from: 6, years: 2),
        .fellowship("Pediatric Otolaryngology", from: 6).at(.children),
      ]),
    DepartmentPlan(
      "Ophthalmology",
      [
        .residency("Ophthalmology", years: 4, places: 6),
        .fellowship("Glaucoma", from: 5),
        .fellowship("Vitreoretinal Surgery", from: 5, years: 2, places: 2),
      ]),
    DepartmentPlan(
      "Urology",
      [
        .residency("Urology", years: 5, places: 4),
        .fellowship("Pediatric Urology", from: 6, years: 2).at(.children),
      ]),
    DepartmentPlan(
      "Obstetrics and Gynecology",
      [
        .residency("Obstetrics and Gynecology", years: 4, places: 12),
        .fellowship("Gynecologic Oncology", from: 5, years: 3),
        .fellowship("Maternal-Fetal Medicine", from: 5, years: 3, places: 2),
        .fellowship("Reproductive Endocrinology and Infertility", from: 5, years: 3),
        .fellowship("Urogynecology and Reconstructive Pelvic Surgery", from: 5, years: 3),
      ]),
    DepartmentPlan(
      "Dentistry and Oral Surgery",
      [
        .residency("General Practice Dentistry", years: 1, places: 6).at(.general)
          .with(degree: "DMD"),
        .residency("Oral and Maxillofacial Surgery", years: 4, places: 3).with(degree: "DDS"),
      ]),
  ]
}
