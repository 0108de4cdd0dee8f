import '../../../ui/older-browsers.ts'
import { QueryClientProvider, useQueryClient } from '@tanstack/react-query'
import { StrictMode, useEffect, useMemo } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter, useNavigate } from 'react-router'
import { signOut, whoAmI } from '../../../modules/identity/contract.ts'
import { listInstitutionNames } from '../../../modules/institution/contract.ts'
import { Look } from '../../../ui/components/look.tsx'
import { RefusalNote } from '../../../ui/components/page/refusal-note.tsx'
import { WaitingSkeleton } from '../../../ui/components/page/waiting-skeleton.tsx'
import { whenSignedOut } from '../../../ui/client.ts'
import { PlaceNames } from '../../../ui/place-names.ts'
import { newQueryClient, useAct, useRead } from '../../../ui/use-endpoint.ts'
import { markDocument } from '../../../ui/words.ts'
import { Frame } from './frame.tsx'
import { rolesOf } from './frame/navigation.ts'
import { portalPages } from './page-table.ts'
import { PortalRoutes } from './routes.tsx'

/** The portal for whoever holds this browser. */
function Portal() {
  const who = useRead(whoAmI, {})
  const leave = useAct(signOut)
  const places = useRead(listInstitutionNames, {})
  const names = useMemo(() => new Map(places.data?.names.map(({ code, name }) => [code, name])), [places.data])
  const queries = useQueryClient()
  const navigate = useNavigate()
  useEffect(() => whenSignedOut(() => void queries.invalidateQueries({ queryKey: [whoAmI.path] })), [queries])
  if (who.isPending)
    return (
      <div className="z-content">
        <WaitingSkeleton lines={6} />
      </div>
    )
  if (who.isError)
    return (
      <div className="z-content">
        <RefusalNote refusal={who.error.told} onRetry={() => void who.refetch()} />
      </div>
    )
  const { state, name, grants, demonstration, now } = who.data
  const person = state === 'signed-in' ? { name: name ?? '', grants } : null
  const goOut = async () => {
    await leave.act({})
    queries.clear()
    await navigate('/sign-in')
  }
  return (
    <PlaceNames names={names}>
      <Frame person={person} pages={portalPages} demonstrationNow={demonstration ? now : null} onSignOut={() => void goOut()}>
        {leave.refusal && <RefusalNote refusal={leave.refusal} />}
        <PortalRoutes roles={person && rolesOf(person.grants)} />
      </Frame>
    </PlaceNames>
  )
}

markDocument()
createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={newQueryClient()}>
      <Look>
        <BrowserRouter>
          <Portal />
        </BrowserRouter>
      </Look>
    </QueryClientProvider>
  </StrictMode>,
)
