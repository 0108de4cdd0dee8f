import { createRoot } from 'react-dom/client'
import { BrowserRouter, Route, Routes } from 'react-router'
import { Look } from '../../../../ui/components/look.tsx'
import { markDocument } from '../../../../ui/words.ts'
import { Frame } from '../frame.tsx'
import { ClosedPage, NotFoundPage } from '../frame/plain-pages.tsx'
import type { PortalPage } from '../page-table.ts'
import { DetailSample, FormSample, HomeSample } from './gallery.tsx'
import { ChartSample, TableSample } from './table-sample.tsx'

const of = (path: string, zh: string, en: string, nav: PortalPage['nav'], load: PortalPage['load']): PortalPage => ({ path: `/gallery/${path}`, open: 'signed-in', zh, en, nav, load })
const pages: readonly PortalPage[] = [
  of('home', '工作台', 'Desk', { group: 'mine', icon: 'home' }, async () => HomeSample),
  of('table', '资格审查', 'Review', { group: 'application', icon: 'application' }, async () => TableSample),
  of('detail', '申报审核', 'One application', { group: 'application', icon: 'people' }, async () => DetailSample),
  of('form', '填写申报', 'Apply', { group: 'application', icon: 'pen' }, async () => FormSample),
  of('charts', '成绩与统计', 'Results', { group: 'watch', icon: 'chart' }, async () => ChartSample),
]
const closed: PortalPage = { path: '/gallery/closed', open: ['registrar', 'national-officer'], zh: '审核', en: 'Review', nav: null, load: async () => HomeSample }
const person = { name: '高山流', grants: [{ role: 'registrar', scope: { kind: 'province', province: '65' } }, { role: 'national-officer', scope: { kind: 'nation' } }] } as const

/** Every component with realistic content, in the frame of the portal. Not part of the shipped pages. */
function Gallery() {
  return (
    <Frame person={person} pages={pages} demonstrationNow={Date.parse('2026-11-23T00:25:00Z')} onSignOut={() => undefined}>
      <Routes>
        <Route path="/gallery/home" element={<HomeSample />} />
        <Route path="/gallery/table" element={<TableSample />} />
        <Route path="/gallery/detail" element={<DetailSample />} />
        <Route path="/gallery/form" element={<FormSample />} />
        <Route path="/gallery/charts" element={<ChartSample />} />
        <Route path="/gallery/closed" element={<ClosedPage page={closed} />} />
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </Frame>
  )
}

markDocument()
createRoot(document.getElementById('root') as HTMLElement).render(
  <Look>
    <BrowserRouter>
      <Gallery />
    </BrowserRouter>
  </Look>,
)
