export { proposeTo as proposeToRevokeCertificate, revokeCertificate } from './actions/change-certificate.ts'
export { issueCertificate } from './actions/issue-certificate.ts'
export { forgetLookUps } from './actions/look-up-certificate.ts'
export { certificatesOf, type HeldCertificate } from './actions/read-register.ts'
