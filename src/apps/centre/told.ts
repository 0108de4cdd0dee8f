import type { RefusalCatalogue } from '../../kernel/refusal-catalogue.ts'
import { assemblyRefusals } from '../../modules/assembly/contract.ts'
import { awardRefusals } from '../../modules/award/contract.ts'
import { certificateRefusals } from '../../modules/certificate/contract.ts'
import { courseRefusals } from '../../modules/course/contract.ts'
import { deliveryRefusals } from '../../modules/delivery/contract.ts'
import { examRefusals } from '../../modules/exam/contract.ts'
import { identityRefusals } from '../../modules/identity/contract.ts'
import { institutionRefusals } from '../../modules/institution/contract.ts'
import { interactionRefusals } from '../../modules/interactions/contract.ts'
import { itemBankRefusals } from '../../modules/item-bank/contract.ts'
import { labRefusals } from '../../modules/lab/contract.ts'
import { markingRefusals } from '../../modules/marking/contract.ts'
import { registrationRefusals } from '../../modules/registration/contract.ts'
import { standardRefusals } from '../../modules/standard/contract.ts'
import { statisticsRefusals } from '../../modules/statistics/contract.ts'

/** Every refusal a route may answer with. */
export const allRefusals: RefusalCatalogue = {
  ...assemblyRefusals,
  ...awardRefusals,
  ...certificateRefusals,
  ...courseRefusals,
  ...deliveryRefusals,
  ...examRefusals,
  ...identityRefusals,
  ...institutionRefusals,
  ...interactionRefusals,
  ...itemBankRefusals,
  ...labRefusals,
  ...markingRefusals,
  ...registrationRefusals,
  ...standardRefusals,
  ...statisticsRefusals,
}
