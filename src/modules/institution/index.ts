export {
  type AppointmentDraft,
  type AuthorisationDraft,
  enterAppointment,
  enterAuthorisation,
  enterInstitution,
  enterRoom,
  type RoomDraft,
} from './actions/enter-institution.ts'
export {
  appointmentsOf,
  assessmentSites,
  type AuthorisationNeed,
  authorisationVerdict,
  institutionOf,
  institutionsOfProvince,
  roomsOfSite,
  type SitePlace,
  type SiteRoom,
} from './actions/institution-facts.ts'
