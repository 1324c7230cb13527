extension RosterField {
  /// The field that a column of this title gives, and how sure that is: 0 is surest.
  static func named(_ title: String) -> (field: RosterField, rank: Int)? {
    for (penalty, key) in HeaderKey.readings(of: title).enumerated() {
      if let (field, rank) = known[key] { return (field, rank + 100 * penalty) }
    }
    return nil
  }

  /// Every title that we know, by its key; what a title means is never left to chance.
  private static let known: [String: (RosterField, Int)] = {
    var known: [String: (RosterField, Int)] = [:]
    for field in allCases {
      for (rank, title) in field.titles.split(separator: ",").enumerated() {
        let key = HeaderKey.key(String(title))
        if !key.isEmpty, known[key] == nil { known[key] = (field, rank) }
      }
    }
    return known
  }()

  /// Titles as MedHub, New Innovations, ERAS, Thalamus, HR systems and offices write them, the
  /// surest first.
  ///
  /// Left out on purpose: "year in program" is no PGY for fellows, "personal email" is not for us,
  /// "type" means too many things.
  private var titles: String {
    switch self {
    case .personnelNumber, .familyName, .givenName, .preferredName, .fullName, .degrees, .address,
      .capacity:
      personTitles
    case .department, .program, .accreditationNumber, .sponsor, .site, .directorAddress:
      placeTitles
    case .level, .standing, .startsOn, .endsOn:
      appointmentTitles
    }
  }

  private var personTitles: String {
    switch self {
    case .personnelNumber:
      """
      personnel id,personnel number,personnel no,employee id,employee number,employee no,emplid,
      empl id,emp id,emp no,person id,person number,hr id,hr number,hris id,staff id,staff number,
      trainee id,resident id,fellow id,housestaff id,house staff id,learner id,medhub id,
      medhub user id,new innovations id,ni id,workday id,peoplesoft id,payroll id,payroll number,
      university id,institution id,badge number,badge id,unique id,external id,record id,user id,
      id number,aamc id,aamc number,aamc,eras id,thalamus id,applicant id,npi,npi number,id
      """
    case .familyName:
      """
      last name,family name,surname,lname,last,name last,family,legal last name,last name legal,
      last names,family names
      """
    case .givenName:
      """
      first name,given name,forename,fname,first,name first,given,given names,first names,
      legal first name,first name legal,first and middle name,first middle name,first name mi
      """
    case .preferredName:
      """
      preferred name,preferred first name,preferred given name,first name preferred,nickname,
      nick name,known as,goes by,chosen name,called,preferred,informal name
      """
    case .fullName:
      """
      full name,name,trainee name,resident name,fellow name,employee name,name last first,
      last first,last name first name,last comma first,name last comma first,display name,
      legal name,full legal name,resident,trainee,fellow,house officer,housestaff,housestaff name,
      learner,learner name,resident fellow,resident fellow name,person,employee,applicant name
      """
    case .degrees:
      """
      degrees,degree,credentials,credential,medical degree,professional degree,degree type,
      degree credentials,md do,terminal degree,post nominals
      """
    case .address:
      """
      email,e mail,email address,e mail address,mail,mail address,work email,hospital email,
      institutional email,institution email,business email,university email,primary email,
      work email address,primary email address,hospital email address,email work,email primary,
      official email,network email,contact email,preferred email,email 1
      """
    case .capacity:
      """
      capacity,person type,personnel type,user type,person category,personnel category,
      trainee faculty or staff,role
      """
    default: ""
    }
  }

  private var placeTitles: String {
    switch self {
    case .department:
      """
      department,dept,department name,dept name,home department,academic department,
      primary department,department description,dept description,clinical department,
      department division,division
      """
    case .program:
      """
      program,program name,training program,residency program,program title,current program,
      programme,residency,residency fellowship,residency fellowship program,program description,
      fellowship program,fellowship,acgme program name,program specialty,specialty program,
      primary program,home program,training program name,prog,specialty,subspecialty
      """
    case .accreditationNumber:
      """
      acgme program id,acgme program number,acgme id,acgme number,acgme program code,acgme code,
      acgme program,acgme program no,acgme no,program acgme id,program acgme number,
      accreditation number,accreditation id,ads program id,ads id,10 digit program id,
      program number,program id
      """
    case .sponsor:
      """
      sponsor,sponsoring institution,sponsor of record,sponsoring institution name,sponsor name,
      institution sponsor,si,acgme sponsor,acgme sponsoring institution,institution,
      institution name
      """
    case .site:
      """
      primary site,site,site name,primary site name,training site,primary training site,
      clinical site,participating site,primary hospital,hospital,hospital name,base hospital,
      home hospital,main site,home site,primary location,location,work location,location name,
      facility,facility name,campus
      """
    case .directorAddress:
      """
      program director email,pd email,director email,program director e mail,
      program director email address,director email address,pd e mail,pd email address,
      program director mail,program director address,email of program director,
      program director s address
      """
    default: ""
    }
  }

  private var appointmentTitles: String {
    switch self {
    case .level:
      """
      training level,pgy level,pgy,pgy year,pg level,pg year,postgraduate year,post graduate year,
      postgraduate level,training level pgy,level,current pgy,pgy status,training year,
      level of training,resident level,trainee level,academic level,class level,position level,
      pgy lvl,year level
      """
    case .standing:
      """
      status,standing,trainee status,training status,current status,appointment status,
      position status,enrollment status,employment status,personnel status,academic status,
      record status,program status,training standing,status description
      """
    case .startsOn:
      """
      position start,position start date,appointment start,appointment start date,start date,start,
      starts,starts on,date start,training start,training start date,program start,
      program start date,contract start,contract start date,appt start,appt start date,begin date,
      beginning date,begin,beg date,begin dt,start dt,effective start date,effective from,
      appointment from,appointment begin,appointment begin date,from,from date,date from,
      start of training,start of appointment,date started,entry date,effective date,hire date
      """
    case .endsOn:
      """
      position end,position end date,appointment end,appointment end date,end date,end,ends,ends on,
      date end,training end,training end date,program end,program end date,contract end,
      contract end date,appt end,appt end date,end dt,expected end date,expected end,
      expected completion date,expected completion,anticipated completion date,
      anticipated end date,projected end date,projected completion date,completion date,
      training completion date,effective end date,effective to,appointment to,to,to date,date to,
      through,thru,until,end of training,end of appointment,expected graduation date,
      expected graduation,anticipated graduation date,graduation date,exit date,expiration date,
      termination date
      """
    default: ""
    }
  }
}
