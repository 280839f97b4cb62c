import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** The look (design.md 5). Colours and sizes stand here and nowhere else; style sheets use the variables below. */
const paper = '#faf9f6';
const surface = '#ffffff';
const ink = '#1f2933';
const quietInk = '#55606a';
const line = '#e4e0d8';
const strongLine = '#8a857b';
const pine = '#1f6f5c';
const persimmon = '#b4531a';
const brick = '#b42318';
const slate = '#2f5d8a';
const stone = '#5b6068';

const channels = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

function mix(colour: string, other: string, share: number): string {
  const [from, to] = [channels(colour), channels(other)];
  const mixed = from.map((value, index) => Math.round(value + ((to[index] ?? value) - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** Ten shades with the named colour as the eighth, which is the one Mantine fills with. */
function shades(base: string): MantineColorsTuple {
  const lighter = [0.93, 0.86, 0.74, 0.6, 0.45, 0.3, 0.14].map((share) => mix(base, '#ffffff', share));
  return [
    ...lighter,
    base,
    mix(base, '#000000', 0.16),
    mix(base, '#000000', 0.32),
  ] as unknown as MantineColorsTuple;
}

const palette = {
  pine: shades(pine),
  persimmon: shades(persimmon),
  brick: shades(brick),
  slate: shades(slate),
  stone: shades(stone),
};

/** A size in pixels at the normal type size; it grows with the 大字 switch. */
const size = (pixels: number) => `${pixels / 16}rem`;

const still = { transitionProps: { duration: 0 } };

export const theme = createTheme({
  colors: {
    ...palette,
    red: palette.brick,
    blue: palette.slate,
    orange: palette.persimmon,
    green: palette.pine,
    teal: palette.pine,
  },
  primaryColor: 'pine',
  primaryShade: 7,
  white: surface,
  black: ink,
  fontFamily:
    '"Noto Sans SC Variable", "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", system-ui, sans-serif',
  fontSizes: { xs: size(13), sm: size(15), md: size(15), lg: size(18), xl: size(18) },
  lineHeights: { xs: '1.45', sm: '1.5', md: '1.5', lg: '1.4', xl: '1.4' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: size(18), lineHeight: '1.4' },
      h2: { fontSize: size(18), lineHeight: '1.4' },
      h3: { fontSize: size(15), lineHeight: '1.5' },
      h4: { fontSize: size(15), lineHeight: '1.5' },
    },
  },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  focusRing: 'auto',
  components: {
    InputWrapper: {
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
      styles: { label: { marginBottom: size(3) } },
    },
    Button: { defaultProps: { size: 'sm' } },
    Badge: { defaultProps: { variant: 'light', radius: 'sm', size: 'lg', fw: 600, tt: 'none' } },
    Modal: { defaultProps: { ...still, centered: true, overlayProps: { backgroundOpacity: 0.35 } } },
    Drawer: { defaultProps: { ...still, position: 'right', overlayProps: { backgroundOpacity: 0.2 } } },
    Popover: { defaultProps: still },
    Menu: { defaultProps: still },
    Combobox: { defaultProps: still },
    Select: { defaultProps: { comboboxProps: still, allowDeselect: false } },
    MultiSelect: { defaultProps: { comboboxProps: still } },
    Tooltip: { defaultProps: { ...still, openDelay: 300, withArrow: true, multiline: true, maw: 360 } },
    Tabs: { defaultProps: { keepMounted: false } },
    Accordion: { defaultProps: { transitionDuration: 0 } },
    Collapse: { defaultProps: { transitionDuration: 0 } },
    Alert: { defaultProps: { variant: 'light', p: 'sm' } },
  },
});

/** The Okabe–Ito set tinted for shift cells: letter and pattern say the same, so colour is never alone. */
const shiftColours = {
  'shift-1': '#dcecf8',
  'shift-1-ink': '#004c7a',
  'shift-2': '#d5e6e0',
  'shift-2-ink': '#00543d',
  'shift-3': '#fbe3cf',
  'shift-3-ink': '#7a3600',
  'shift-4': '#f6e3ee',
  'shift-4-ink': '#7d2f5e',
  'shift-5': '#faf3c4',
  'shift-5-ink': '#5c5200',
  'shift-6': '#e3e4e6',
  'shift-6-ink': '#3a4046',
};

const ours: Record<string, string> = {
  paper,
  surface,
  ink,
  'quiet-ink': quietInk,
  line,
  'strong-line': strongLine,
  pine,
  'pine-tint': mix(pine, surface, 0.9),
  'pine-dark': mix(pine, '#000000', 0.32),
  persimmon,
  'persimmon-tint': mix(persimmon, surface, 0.93),
  brick,
  'brick-tint': mix(brick, surface, 0.92),
  slate,
  'slate-tint': mix(slate, surface, 0.9),
  'head-ground': '#f3f1ec',
  'hover-ground': '#f4f7f5',
  'weekend-ground': '#f6f3ec',
  ...shiftColours,
  'row-height': size(36),
  'dense-row-height': size(28),
  'side-bar-width': size(200),
  'header-height': size(52),
  'text-size': size(15),
  'small-size': size(13),
  'title-size': size(18),
  'figure-size': size(26),
  'gap-small': size(6),
  gap: size(12),
  'gap-large': size(20),
};

const named = Object.fromEntries(Object.entries(ours).map(([name, value]) => [`--nt-${name}`, value]));

/** Mantine's dimmed, placeholder and light-variant text colours fall short of 4.5:1; these do not. */
const readable = Object.fromEntries(
  Object.entries({
    ...palette,
    red: palette.brick,
    blue: palette.slate,
    orange: palette.persimmon,
    green: palette.pine,
    teal: palette.pine,
  }).flatMap(([name, tuple]) => [
    [`--mantine-color-${name}-light`, tuple[0]],
    [`--mantine-color-${name}-light-hover`, tuple[1]],
    [`--mantine-color-${name}-light-color`, tuple[8]],
    [`--mantine-color-${name}-outline`, tuple[7]],
    [`--mantine-color-${name}-text`, tuple[7]],
  ]),
) as Record<string, string>;

export const resolveVariables: CSSVariablesResolver = () => ({
  variables: named,
  light: {
    ...readable,
    '--mantine-color-body': surface,
    '--mantine-color-text': ink,
    '--mantine-color-dimmed': quietInk,
    '--mantine-color-placeholder': '#666d75',
    '--mantine-color-error': brick,
    '--mantine-color-anchor': pine,
    '--mantine-color-default': surface,
    '--mantine-color-default-hover': '#f3f1ec',
    '--mantine-color-default-border': '#cfc9bd',
    '--mantine-color-disabled': '#efece5',
    '--mantine-color-disabled-color': '#61686f',
    '--mantine-color-disabled-border': '#dcd7cc',
  },
  dark: {},
});
