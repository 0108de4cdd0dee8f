import { type Route, route } from '../../../platform/http/route.ts'
import { decideOn, proposeTo, replaceSheet } from '../actions/change-certificate.ts'
import { lookUpByNumber, verifyByCode } from '../actions/look-up-certificate.ts'
import { printOne } from '../actions/print-certificate.ts'
import { listAll, listOwn, listWaiting, showOne } from '../actions/read-register.ts'
import {
  decideOnRevocation,
  listCertificates,
  listOpenRevocations,
  listOwnCertificates,
  lookUpCertificate,
  printCertificate,
  proposeToRevoke,
  replaceCertificate,
  showCertificate,
  verifyCertificate,
} from '../contract.ts'
import { anyone, mayChangeRegister, mayReadOwn, mayReadRegister } from '../core/policy.ts'

// the register's own counters refuse first; this only spares the database a flood
const FLOOD = { max: 300, perSeconds: 60 }

export const certificateRoutes: readonly Route[] = [
  route(lookUpCertificate, { policy: anyone, action: lookUpByNumber, limit: FLOOD }),
  route(verifyCertificate, { policy: anyone, action: verifyByCode, limit: FLOOD }),
  route(listOwnCertificates, { policy: mayReadOwn, action: listOwn }),
  route(listCertificates, { policy: mayReadRegister, action: listAll }),
  route(showCertificate, { policy: mayReadRegister, action: showOne }),
  route(printCertificate, { policy: mayReadOwn, action: printOne }),
  route(replaceCertificate, { policy: mayChangeRegister, action: replaceSheet }),
  route(proposeToRevoke, { policy: mayChangeRegister, action: proposeTo }),
  route(decideOnRevocation, { policy: mayChangeRegister, action: decideOn }),
  route(listOpenRevocations, { policy: mayChangeRegister, action: listWaiting }),
]
