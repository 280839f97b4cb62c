import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Router } from 'wouter';
import { Gate } from './frame/Gate.tsx';
import { Guard } from './frame/Guard.tsx';
import { useHashLocation, useHashSearch } from './lib/hash-location.ts';
import { useLanguage } from './lib/language.ts';
import { queryClient } from './lib/query-client.ts';
import { resolveVariables, theme } from './theme.ts';

export function App({ nonce }: { readonly nonce: string }) {
  const language = useLanguage();
  const { t } = useTranslation();
  return (
    <QueryClientProvider client={queryClient}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={resolveVariables}
        forceColorScheme="light"
        getStyleNonce={() => nonce}
      >
        <DatesProvider
          settings={{ locale: language === 'zh-CN' ? 'zh-cn' : 'en', firstDayOfWeek: 1, weekendDays: [0, 6] }}
        >
          <ModalsProvider
            labels={{ confirm: t(($) => $.kit.confirm), cancel: t(($) => $.kit.cancel) }}
            modalProps={{ closeButtonProps: { 'aria-label': t(($) => $.kit.close) } }}
          >
            {/* Above the page: what is said of a cell stands at the foot of it. */}
            <Notifications position="top-center" containerWidth="24rem" />
            <Router hook={useHashLocation} searchHook={useHashSearch}>
              <Guard>
                <Gate />
              </Guard>
            </Router>
          </ModalsProvider>
        </DatesProvider>
      </MantineProvider>
    </QueryClientProvider>
  );
}
