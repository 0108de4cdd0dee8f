import { useMemo } from 'react'
import { PeoplePage } from '../../../../modules/identity/pages/people/people-page.tsx'
import { listInstitutions } from '../../../../modules/institution/contract.ts'
import { useRead } from '../../../../ui/use-endpoint.ts'

/** The people page with the names of institutions within reach, so that a scope is chosen by name instead of typed. */
export function PeopleDoor() {
  const read = useRead(listInstitutions, { query: {} })
  const places = useMemo(() => (read.data?.institutions ?? []).map(({ code, name }) => ({ code, name })), [read.data])
  return <PeoplePage places={places} />
}
