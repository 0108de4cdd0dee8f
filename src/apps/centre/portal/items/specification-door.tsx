import { whoAmI } from '../../../../modules/identity/contract.ts'
import { SpecificationTablesPage } from '../../../../modules/item-bank/pages/specification/entering/tables-page.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import { useRead } from '../../../../ui/use-endpoint.ts'

/** 细目表: seen by everybody of the bank, entered by the national centre. */
export function SpecificationDoor() {
  const who = useRead(whoAmI, {})
  if (who.data === undefined) return <WaitingSkeleton lines={6} />
  return <SpecificationTablesPage mayEnter={who.data.grants.some(grant => grant.role === 'national-officer')} />
}
