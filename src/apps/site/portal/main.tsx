import '../../../ui/older-browsers.ts'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router'
import { Look } from '../../../ui/components/look.tsx'
import { newQueryClient } from '../../../ui/use-endpoint.ts'
import { markDocument } from '../../../ui/words.ts'
import { Console } from './console.tsx'
import { FaultBoundary } from './fault-boundary.tsx'

markDocument()
createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={newQueryClient()}>
      <Look>
        <BrowserRouter basename="/hall">
          <FaultBoundary>
            <Console />
          </FaultBoundary>
        </BrowserRouter>
      </Look>
    </QueryClientProvider>
  </StrictMode>,
)
