import { whoAmI } from '../../../../modules/identity/contract.ts'
import { ExchangePage } from '../../../../modules/item-bank/pages/exchange/exchange-page.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import { useRead } from '../../../../ui/use-endpoint.ts'

/** 试题交换: writers bring items in, the national centre hands them out. */
export function ExchangeDoor() {
  const who = useRead(whoAmI, {})
  if (who.data === undefined) return <WaitingSkeleton lines={6} />
  const roles = who.data.grants.map(grant => grant.role)
  return <ExchangePage mayImport={roles.includes('item-writer')} mayExport={roles.includes('national-officer')} />
}
