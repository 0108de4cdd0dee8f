import { lazy, Suspense } from 'react'
import { Navigate, Route, Routes, useLocation } from 'react-router'
import type { Role } from '../../../kernel/actor.ts'
import { WaitingSkeleton } from '../../../ui/components/page/waiting-skeleton.tsx'
import { mayOpen, signInPath } from './frame/navigation.ts'
import { ClosedPage, FaultBoundary, NotFoundPage } from './frame/plain-pages.tsx'
import type { PortalPage } from './frame/portal-page.ts'
import { portalPages } from './page-table.ts'

const lazyPages = portalPages.map(page => ({ page, Page: lazy(async () => ({ default: await page.load() })) }))

/** The pages of the table as routes: each is fetched on its first visit, and guarded by its roles. `roles` is null when nobody is signed in. */
export function PortalRoutes({ roles }: { readonly roles: readonly Role[] | null }) {
  const { pathname } = useLocation()
  return (
    <FaultBoundary place={pathname}>
      <Suspense fallback={<WaitingSkeleton lines={6} />}>
        <Routes>
          {lazyPages.map(({ page, Page }) => (
            <Route
              key={page.path}
              path={page.path}
              element={
                <Guarded page={page} roles={roles}>
                  <Page />
                </Guarded>
              }
            />
          ))}
          <Route path="*" element={<NotFoundPage />} />
        </Routes>
      </Suspense>
    </FaultBoundary>
  )
}

function Guarded({
  page,
  roles,
  children,
}: {
  readonly page: PortalPage
  readonly roles: readonly Role[] | null
  readonly children: React.ReactNode
}) {
  const { pathname, search } = useLocation()
  if (mayOpen(page, roles)) return children
  return roles === null ? <Navigate to={signInPath(pathname + search)} replace /> : <ClosedPage page={page} />
}
