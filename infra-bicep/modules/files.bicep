// The shares that the app mounts. App Service mounts Azure Files with the key of the account only, so this account has one, and nothing else lies in it.

@description('Name of the storage account.')
@minLength(3)
@maxLength(24)
param accountName string

@description('Region.')
param location string

@description('Redundancy.')
@allowed(['Standard_LRS', 'Standard_ZRS'])
param skuName string

@description('Largest size of the share with the media, in GiB.')
@minValue(100)
@maxValue(102400)
param mediaQuota int

@description('Days after which a deleted share is gone for good.')
@minValue(7)
@maxValue(90)
param retentionDays int

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: accountName
  location: location
  kind: 'StorageV2'
  sku: {
    name: skuName
  }
  properties: {
    allowSharedKeyAccess: true
    allowBlobPublicAccess: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }

  resource service 'fileServices' = {
    name: 'default'
    properties: {
      shareDeleteRetentionPolicy: {
        enabled: true
        days: retentionDays
      }
    }

    resource config 'shares' = {
      name: 'config'
      properties: {
        shareQuota: 1
      }
    }

    resource media 'shares' = {
      name: 'media'
      properties: {
        shareQuota: mediaQuota
      }
    }
  }
}

@description('Name of the storage account.')
output accountName string = account.name

@description('Share for leases, the first key and config.yaml.')
output configShareName string = account::service::config.name

@description('Share for the media.')
output mediaShareName string = account::service::media.name
