import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, useLanguage } from '../lib/language.ts';
import { chooseTypeSize, useTypeSize } from '../lib/type-size.ts';

/** The type size and the language: one click each, here and on the sign-in page. */
export function Switches() {
  const { t } = useTranslation();
  const language = useLanguage();
  const large = useTypeSize() === 'large';
  return (
    <Button.Group>
      <Button
        variant="default"
        size="compact-sm"
        aria-pressed={large}
        onClick={() => chooseTypeSize(large ? 'normal' : 'large')}
      >
        {large ? t(($) => $.frame.normalType) : t(($) => $.frame.largeType)}
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        lang={language === 'zh-CN' ? 'en' : 'zh-CN'}
        onClick={() => void chooseLanguage(language === 'zh-CN' ? 'en' : 'zh-CN')}
      >
        {t(($) => $.frame.otherLanguage)}
      </Button>
    </Button.Group>
  );
}
