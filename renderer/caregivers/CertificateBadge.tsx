import type { CertificateState } from '../../shared/caregivers/health-certificate.ts';
import { StatusBadge, type Tone } from '../kit/StatusBadge.tsx';
import { useWords } from '../lib/words.ts';

const tones: Readonly<Record<CertificateState, Tone>> = {
  missing: 'danger',
  expired: 'danger',
  due: 'attention',
  valid: 'good',
};

/** Where a health certificate stands. */
export function CertificateBadge({ state }: { readonly state: CertificateState }) {
  return <StatusBadge tone={tones[state]}>{useWords().caregivers.certificateStates[state]}</StatusBadge>;
}
