/** zip.js asks for its own address; webpack would write down the folder of whoever builds. The page's does as well. */
module.exports = (source) => source.replaceAll('import.meta.url', 'self.location.href');
